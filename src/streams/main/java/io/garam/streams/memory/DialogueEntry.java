package io.garam.streams.memory;

import io.garam.nlu.dialogue.DialogueMemory;
import io.garam.streams.event.EventReader;
import io.garam.streams.limits.RecordSize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Entry of the dialogue store: the state of one dialogue, its model and its last utterances.
 *
 * @param model the digest of the model that followed it
 * @param time the stream time when its last utterance was taken, in milliseconds
 * @param utterances which the last few utterances with an id were, the latest last, see {@link
 *     Identifiers#utterance}
 */
public record DialogueEntry(String model, DialogueMemory memory, long time, List<Long> utterances) {

  /** How many utterances back a duplicate is known for one. */
  public static final int UTTERANCES = 8;

  /**
   * Returns an upper bound in bytes of what a dialogue takes in its changelog, key and all.
   *
   * @param model which follows it
   */
  public static int largestRecord(DialogueModel model) {
    DialogueMemory initialState = model.initialState();
    DialogueEntry largest =
        new DialogueEntry(
            model.digest(),
            new DialogueMemory(0, "가".repeat(EventReader.LONGEST_SPEAKER), initialState.state()),
            0,
            Collections.nCopies(UTTERANCES, 0L));
    return RecordSize.of(
        new byte[Identifiers.LONGEST_KEY],
        new DialogueEntrySerializer().serialize("", largest),
        new RecordHeaders());
  }

  /**
   * Returns the entry of a dialogue in which nothing has been said.
   *
   * @param model which follows it
   * @param now the stream time
   */
  public static DialogueEntry first(DialogueModel model, long now) {
    return new DialogueEntry(model.digest(), model.initialState(), now, List.of());
  }

  public DialogueEntry {
    utterances = List.copyOf(utterances);
  }

  /** Says whether an utterance is one of the last few. */
  public boolean has(@Nullable Long utterance) {
    return utterance != null && utterances.contains(utterance);
  }

  /**
   * Returns the entry after another utterance.
   *
   * @param now the stream time
   * @param utterance which it is, null if it has no id
   */
  public DialogueEntry after(DialogueMemory next, long now, @Nullable Long utterance) {
    return new DialogueEntry(
        model, next, now, utterance == null ? utterances : withLatest(utterance));
  }

  private List<Long> withLatest(Long utterance) {
    List<Long> latest = new ArrayList<>(utterances);
    latest.add(utterance);
    return latest.subList(Math.max(0, latest.size() - UTTERANCES), latest.size());
  }
}
