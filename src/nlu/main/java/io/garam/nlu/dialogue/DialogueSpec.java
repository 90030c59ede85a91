package io.garam.nlu.dialogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Specification of the dialogue step: how a model follows a dialogue.
 *
 * @param stateSize numbers in the state that goes from one utterance to the next
 * @param speakers who the model can tell apart by name, such as user and system; of all others, and
 *     where this is empty, it knows only whether the speaker has changed
 */
public record DialogueSpec(int stateSize, List<String> speakers) {

  /** The first utterance, or one of which the speaker or the one before is not known. */
  private static final int NOT_KNOWN = 0;

  private static final int SAME = 1;
  private static final int CHANGED = 2;
  private static final int CHANGES = 3;

  public DialogueSpec {
    speakers = List.copyOf(speakers);
  }

  /** Returns the initial state: the memory of a dialogue in which nothing has been said. */
  public DialogueMemory initialState() {
    return new DialogueMemory(0, null, new float[stateSize]);
  }

  /** Returns how many rows the table of speakers has: each change of each speaker. */
  public int speakerRows() {
    return CHANGES * (1 + speakers.size());
  }

  /**
   * Returns the row of the table of speakers for an utterance.
   *
   * @param before who said the utterance before, null if not known or there is none
   * @param now who says this one, null if not known
   */
  public int speakerRow(@Nullable String before, @Nullable String now) {
    int change = before == null || now == null ? NOT_KNOWN : before.equals(now) ? SAME : CHANGED;
    return change + CHANGES * (1 + (now == null ? -1 : speakers.indexOf(now)));
  }
}
