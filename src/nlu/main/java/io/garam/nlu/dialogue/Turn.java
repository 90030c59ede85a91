package io.garam.nlu.dialogue;

import org.jspecify.annotations.Nullable;

/**
 * Input of a dialogue step: an encoded utterance at its place in a dialogue, which is all that its
 * answer depends on.
 *
 * @param vector what the model read, {@code [vector]}
 * @param speaker who says it, null if not known
 * @param before what is remembered of the dialogue so far
 */
public record Turn(float[] vector, @Nullable String speaker, DialogueMemory before) {

  /**
   * Returns what is remembered of the dialogue after this utterance.
   *
   * @param state of the dialogue step, {@code [stateSize]}
   */
  public DialogueMemory next(float[] state) {
    return new DialogueMemory(before.utterances() + 1, speaker, state);
  }
}
