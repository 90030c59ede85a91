package io.garam.streams.batching;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Choice of the model that judges an utterance: the current one, which may be another from one poll
 * to the next, or the one with which its dialogue began. Safe for many threads.
 */
public interface ModelChoice {

  /** Returns the model with which a dialogue begins now. */
  IntentModel current();

  /**
   * Returns the model that reads what one poll brought, unless {@link #ofDialogue} says otherwise.
   *
   * @param records in order within a partition
   */
  default IntentModel current(List<ConsumerRecord<byte[], byte[]>> records) {
    return current();
  }

  /**
   * Returns an earlier model that is known to follow a dialogue. It is a guess, by which a text is
   * read in time; what is remembered of the dialogue decides.
   *
   * @param key of the record, null where the utterance belongs to no dialogue
   */
  default @Nullable IntentModel ofDialogue(byte @Nullable [] key) {
    return null;
  }

  /**
   * Returns the model that goes on with a dialogue.
   *
   * @param digest of the model with which it began
   * @return null where that is not to be had or not to be used, so that the dialogue begins anew
   */
  default @Nullable IntentModel goingOn(Bytes dialogue, String digest) {
    return null;
  }

  /** Hears that a dialogue is over, or begins anew. */
  default void ended(Bytes dialogue) {}

  /** Returns the choice of one model for all. */
  static ModelChoice always(IntentModel model) {
    return () -> model;
  }
}
