package io.garam.streams.shadow;

import io.garam.nlu.Intent.Place;
import io.garam.nlu.dialogue.DialogueMemory;
import io.garam.streams.memory.DialogueEntry;
import io.garam.streams.memory.Identifiers;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A dialogue that a shadow has followed from its first utterance on. */
final class FollowedDialogue {

  private final Deque<Long> utterances = new ArrayDeque<>();
  private DialogueMemory memory;
  private int taken;
  private boolean broken;

  /**
   * @param initial the memory of a dialogue in which nothing has been said
   */
  FollowedDialogue(DialogueMemory initial) {
    this.memory = initial;
  }

  /** Returns what the shadow remembers of it. */
  DialogueMemory memory() {
    return memory;
  }

  void remember(DialogueMemory next) {
    memory = next;
  }

  /** Says that the shadow failed on an utterance, so that it cannot go on. */
  void breakOff() {
    broken = true;
  }

  /**
   * Takes the next utterance, if it is that: one that the model that answers knew for a duplicate
   * is none, nor is one behind others that the shadow has not seen.
   */
  boolean takes(AnsweredEvent event) {
    Place place = event.intent().dialogue();
    boolean next =
        !broken
            && (place == null
                ? isNew(Identifiers.utterance(event.event().utteranceId()))
                : place.duplicate() == null && place.utterance() == taken + 1);
    if (next) {
      taken++;
    }
    return next;
  }

  /** A model that judges every utterance alone knows no duplicates. */
  private boolean isNew(@Nullable Long utterance) {
    if (utterance == null) {
      return true;
    }
    if (utterances.contains(utterance)) {
      return false;
    }
    utterances.add(utterance);
    if (utterances.size() > DialogueEntry.UTTERANCES) {
      utterances.remove();
    }
    return true;
  }
}
