package io.garam.streams.models;

import io.garam.streams.statistics.ModelCounter;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Which model answers which keys, where no dialogue is under way.
 *
 * @param current answers all keys that are not the canary's
 * @param canary null where there is none
 */
record ModelShares(ServedModel current, @Nullable Canary canary) {

  /** A canary, with the keys that are its own, and what counts its dead letters. */
  record Canary(ServedModel served, KeyShare share, ModelCounter counter) {}

  ModelShares withCurrent(ServedModel next) {
    return new ModelShares(next, canary);
  }

  ModelShares withCanary(@Nullable Canary next) {
    return new ModelShares(current, next);
  }

  List<ServedModel> all() {
    return canary == null ? List.of(current) : List.of(current, canary.served());
  }

  Optional<ServedModel> find(String digest) {
    return all().stream().filter(one -> one.digest().equals(digest)).findFirst();
  }

  ServedModel of(ConsumerRecord<byte[], byte[]> record) {
    return canary != null && canary.share().has(record.key(), record.partition(), record.offset())
        ? canary.served()
        : current;
  }

  ServedModel of(Bytes dialogue) {
    return canary != null && canary.share().has(dialogue.get()) ? canary.served() : current;
  }
}
