package io.garam.app.usage;

import io.garam.nlu.text.Nearest;
import java.util.Collection;

/** Suggestion of what a misspelt word may have meant. */
final class Suggestion {

  private Suggestion() {}

  /** Returns the end of a sentence, a question; empty where no name is near. */
  static String of(String misspelt, Collection<String> names) {
    return Nearest.to(misspelt, names).map(name -> "; did you mean " + name + "?").orElse("");
  }
}
