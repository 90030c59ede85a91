package io.garam.training.corpus;

import io.garam.nlu.Utterance;
import org.jspecify.annotations.Nullable;

/**
 * Labelled utterance, what a model learns from: an utterance and the intent that people gave it.
 *
 * @param text the utterance, never blank
 * @param label its intent, never blank
 * @param dialogue the dialogue it belongs to, where the corpus has dialogues
 * @param speaker who said it, where the corpus tells
 */
public record LabelledUtterance(
    String text, String label, @Nullable String dialogue, @Nullable String speaker) {

  /** Returns what was said and where, without the intent. */
  public Utterance utterance() {
    return new Utterance(text, dialogue, speaker);
  }
}
