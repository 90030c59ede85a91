package io.garam.app.options;

import io.garam.nlu.Utterance;
import io.garam.nlu.inference.IntentClassifier;

/** Text of a dialogue as people type it: with its speaker and a colon before it where known. */
public final class SpokenText {

  private SpokenText() {}

  /**
   * Returns the utterance.
   *
   * @param classifier which says whose names are speakers
   * @param dialogue that it belongs to
   */
  public static Utterance of(IntentClassifier classifier, String text, String dialogue) {
    return classifier.speakers().stream()
        .filter(speaker -> text.startsWith(speaker + ":"))
        .findFirst()
        .map(
            speaker ->
                new Utterance(text.substring(speaker.length() + 1).strip(), dialogue, speaker))
        .orElseGet(() -> new Utterance(text, dialogue, null));
  }
}
