package io.garam.streams.shadow;

import org.apache.kafka.common.utils.Bytes;

/** What a shadow is offered, in the order of each dialogue. */
sealed interface OfferedEvent permits AnsweredEvent, OfferedEvent.DialogueEnd {

  /** Returns about how much memory it holds. */
  long bytes();

  /** The end of a dialogue, of an event without an utterance. */
  record DialogueEnd(Bytes dialogue) implements OfferedEvent {

    @Override
    public long bytes() {
      return dialogue.get().length;
    }
  }
}
