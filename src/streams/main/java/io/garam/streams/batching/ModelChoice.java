package io.garam.streams.batching;

import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Choice of the model that judges an utterance: the current one, which may be another from one poll
 * to the next, the one that answers a share of the keys for a trial, or the one with which its
 * dialogue began. Safe for many threads.
 */
public interface ModelChoice {

  /** Returns the current model, which answers what is asked beside the stream too. */
  IntentModel current();

  /**
   * Returns which model reads each record of what one poll brought. Of a dialogue under way it is a
   * guess, by which a text is read in time; what is remembered of the dialogue decides.
   *
   * @param records in order within a partition
   */
  default Function<ConsumerRecord<byte[], byte[]>, IntentModel> readers(
      List<ConsumerRecord<byte[], byte[]>> records) {
    IntentModel reading = current();
    return record -> reading;
  }

  /** Returns the model with which a dialogue begins now. */
  default IntentModel beginning(Bytes dialogue) {
    return current();
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

  /**
   * Hears that an event became a dead letter.
   *
   * @param key of its record, null where that has none
   */
  default void deadLetter(byte @Nullable [] key, int partition, long offset) {}

  /** Returns the choice of one model for all. */
  static ModelChoice always(IntentModel model) {
    return () -> model;
  }
}
