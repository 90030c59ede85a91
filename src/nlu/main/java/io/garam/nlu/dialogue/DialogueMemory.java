package io.garam.nlu.dialogue;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Dialogue state between two utterances: what a model remembers of a dialogue.
 *
 * @param utterances how many have been said
 * @param speaker who said the last one; null where that is not known, or none has been said
 * @param state of the dialogue step, {@code [stateSize]}: the hidden state, followed by the cell
 *     state where the cell has one
 */
public record DialogueMemory(int utterances, @Nullable String speaker, float[] state) {

  /** Says whether another memory leads to the same answers, bit by bit. */
  public boolean isSameAs(DialogueMemory other) {
    return utterances == other.utterances
        && (speaker == null ? other.speaker == null : speaker.equals(other.speaker))
        && Arrays.equals(state, other.state);
  }
}
