package io.garam.nlu.bundle;

import io.garam.nlu.GaramException;
import io.garam.nlu.text.Printable;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Bounds of the numbers and names in a file, which is refused where one is beyond them. */
record Bounds(Path file) {

  private static final int LONGEST_NAME = 200;

  void number(String what, int found, int least, int most) {
    if (found < least || found > most) {
      throw refused(what + " from " + least + " to " + most, found);
    }
  }

  /** Requires a finite number above 0. */
  void positive(String what, double found) {
    if (!Double.isFinite(found) || found <= 0) {
      throw refused("a finite " + what + " above 0", found);
    }
  }

  /** Requires names of which none stands twice. */
  void names(String what, List<String> names) {
    Set<String> distinct = new HashSet<>();
    for (String name : names) {
      name(what, name);
      if (!distinct.add(name)) {
        throw refused("distinct " + what, "\"" + name + "\" twice");
      }
    }
  }

  /** Requires a name that can stand in every event and on terminals. */
  void name(String what, String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME || !Printable.escape(name).equals(name)) {
      throw refused(
          what + " of 1 to " + LONGEST_NAME + " characters, none of them a control character",
          "\"" + Printable.beginning(name, LONGEST_NAME) + "\"");
    }
  }

  GaramException refused(String expected, Object found) {
    return RefusedBundle.in(file, expected, found);
  }
}
