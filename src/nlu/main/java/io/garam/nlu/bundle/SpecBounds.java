package io.garam.nlu.bundle;

import io.garam.nlu.GaramException;
import io.garam.nlu.decision.Decision;
import io.garam.nlu.dialogue.DialogueSpec;
import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.encoding.WordView;
import io.garam.nlu.text.Printable;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The bounds of what a spec may say: far above what training writes, and nothing that misleads. */
final class SpecBounds {

  private static final int LONGEST_NAME = 200;
  private static final int MOST_LABELS = 10_000;
  private static final int MOST_SPEAKERS = 1_000;
  private static final int LONGEST_TEXT = 8_192;
  private static final int MOST_ROWS = 1 << 26;

  private final Path file;

  private SpecBounds(Path file) {
    this.file = file;
  }

  /**
   * Checks a spec.
   *
   * @throws GaramException if something in it is out of its bounds
   */
  static void check(Path file, ModelSpec spec) {
    SpecBounds bounds = new SpecBounds(file);
    bounds.name("name", spec.name());
    bounds.name("version", spec.version());
    if (spec.unknownLabel() != null) {
      bounds.name("unknownLabel", spec.unknownLabel());
    }
    bounds.decision(spec.decision());
    if (spec.words() != null) {
      bounds.words(spec.words());
    }
    if (spec.characters() != null) {
      bounds.characters(spec.characters());
    }
    if (spec.dialogue() != null) {
      bounds.dialogue(spec.dialogue());
    }
  }

  private void decision(Decision decision) {
    bounded("labels", decision.labels().size(), 1, MOST_LABELS);
    names("labels", decision.labels());
    if (!Double.isFinite(decision.temperature()) || decision.temperature() <= 0) {
      throw refused("a finite temperature above 0", decision.temperature());
    }
    if (!Double.isFinite(decision.exponent()) || decision.exponent() <= 0) {
      throw refused("a finite exponent above 0", decision.exponent());
    }
    if (!(decision.threshold() >= 0 && decision.threshold() <= 1)) {
      throw refused("a threshold from 0 to 1", decision.threshold());
    }
  }

  private void words(WordView words) {
    bounded("maxTokens", words.tokenizer().maxTokens(), 1, LONGEST_TEXT);
    bounded("buckets of subwords", words.subwords().buckets(), 1, MOST_ROWS);
    bounded("n-gram length", words.subwords().characters().max(), 0, LONGEST_NAME);
    bounded("n-gram length of jamo", words.subwords().jamo().max(), 0, LONGEST_NAME);
  }

  private void characters(CharacterNgrams characters) {
    bounded("maxCharacters", characters.tokenizer().maxCharacters(), 1, LONGEST_TEXT);
    bounded("buckets of characters", characters.buckets(), 1, MOST_ROWS);
  }

  private void dialogue(DialogueSpec dialogue) {
    bounded("stateSize", dialogue.stateSize(), 1, LONGEST_TEXT * 4);
    bounded("speakers", dialogue.speakers().size(), 0, MOST_SPEAKERS);
    names("speakers", dialogue.speakers());
  }

  private void bounded(String what, int found, int least, int most) {
    if (found < least || found > most) {
      throw refused(what + " from " + least + " to " + most, found);
    }
  }

  private void names(String what, List<String> names) {
    Set<String> distinct = new HashSet<>();
    for (String name : names) {
      name(what, name);
      if (!distinct.add(name)) {
        throw refused("distinct " + what, "\"" + name + "\" twice");
      }
    }
  }

  /** Names stand in every event and on terminals. */
  private void name(String what, String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME || !Printable.escape(name).equals(name)) {
      throw refused(
          what + " of 1 to " + LONGEST_NAME + " characters, none of them a control character",
          "\"" + Printable.beginning(name, LONGEST_NAME) + "\"");
    }
  }

  private GaramException refused(String expected, Object found) {
    return RefusedBundle.in(file, expected, found);
  }
}
