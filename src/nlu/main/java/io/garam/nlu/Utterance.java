package io.garam.nlu;

import org.jspecify.annotations.Nullable;

/**
 * Utterance: something said, with its dialogue and its speaker.
 *
 * @param text what was said
 * @param dialogue the dialogue that it belongs to, null for one of its own
 * @param speaker who said it, null if not known
 * @since 0.1.0
 */
public record Utterance(String text, @Nullable String dialogue, @Nullable String speaker) {

  /** Returns a text that stands alone. */
  public static Utterance alone(String text) {
    return new Utterance(text, null, null);
  }
}
