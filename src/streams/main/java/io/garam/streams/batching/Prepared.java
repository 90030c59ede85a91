package io.garam.streams.batching;

import io.garam.nlu.Intent;
import io.garam.nlu.dialogue.DialogueMemory;
import io.garam.nlu.dialogue.Turn;
import io.garam.streams.event.Event;
import io.garam.streams.event.IntentSerializer;
import io.garam.streams.event.UntaggableEventException;
import io.garam.streams.memory.Identifiers;
import io.garam.streams.memory.SpeculativeSteps;
import org.jspecify.annotations.Nullable;

/** Prepared record: what became of a record's value before the tagger sees the record. */
public sealed interface Prepared {

  /**
   * An utterance that the model has read, and that still has to be judged.
   *
   * @param model that has read it
   * @param row what the model made of it, see {@link IntentModel#read}
   * @param speculative its place among what the same poll brought of its partition, null where
   *     there is no such or the model does not follow dialogues
   */
  record Read(
      Event event,
      IntentModel model,
      float[] row,
      SpeculativeSteps.@Nullable SpeculativeStep speculative)
      implements Prepared {

    /** Returns the same utterance in its place behind others of its partition. */
    Read among(SpeculativeSteps others, byte @Nullable [] key) {
      return new Read(
          event, model, row, others.add(Identifiers.dialogue(key), row, event.speaker()));
    }

    /**
     * Returns its turn in its dialogue.
     *
     * @param before what is remembered of the dialogue
     */
    public Turn turn(DialogueMemory before) {
      return new Turn(row, event.speaker(), before);
    }
  }

  /**
   * A value that goes over the repartition topic as it is, and is prepared when it is read from
   * there. It never reaches the tagger.
   */
  record Unread(byte[] value) implements Prepared {}

  /** What the topology only forwards. */
  sealed interface Forwarded extends Prepared {

    /**
     * Returns the value of the output record.
     *
     * @param intents writes the intent, where there is one
     * @throws UntaggableEventException if there is none
     */
    byte @Nullable [] output(IntentSerializer intents);

    /** Says whether the dialogue of this record ends with it. */
    default boolean endsDialogue() {
      return false;
    }
  }

  /** An event and its intent. */
  record Tagged(Event event, Intent intent) implements Forwarded {
    @Override
    public byte[] output(IntentSerializer intents) {
      return event.with(intent, intents);
    }

    @Override
    public boolean endsDialogue() {
      return event.ends();
    }
  }

  /** No value at all: where topics are compacted, the tagged event must go as the event went. */
  record Tombstone() implements Forwarded {
    @Override
    public byte @Nullable [] output(IntentSerializer intents) {
      return null;
    }

    @Override
    public boolean endsDialogue() {
      return true;
    }
  }

  /** End-of-dialogue event without a text, which passes as it is. */
  record EndOfDialogue(byte[] value) implements Forwarded {
    @Override
    public byte[] output(IntentSerializer intents) {
      return value;
    }

    @Override
    public boolean endsDialogue() {
      return true;
    }
  }

  /** A value that cannot be tagged, for a reason that the dead letter will carry. */
  record Rejected(UntaggableEventException reason) implements Forwarded {
    @Override
    public byte[] output(IntentSerializer intents) {
      throw reason;
    }
  }
}
