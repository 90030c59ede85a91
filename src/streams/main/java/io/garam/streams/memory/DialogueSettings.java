package io.garam.streams.memory;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Settings of the dialogue store: how dialogues are remembered.
 *
 * @param idle after how long, in the time of the stream, an idle dialogue is forgotten
 * @param kind where the entries are
 */
public record DialogueSettings(Duration idle, StoreKind kind) {

  /** The name of the store, and so part of the name of its changelog topic. */
  public static final String STORE = "dialogues";

  /**
   * What the changelog is created with. An entry has its time inside, so the brokers may give its
   * record their own, and have no reason to refuse one for the time of the event.
   */
  private static final Map<String, String> CHANGELOG =
      Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");

  private static final int SWEEPS_PER_IDLE_TIME = 8;
  private static final Duration SHORTEST_SWEEP_PERIOD = Duration.ofSeconds(1);

  /** Where the entries of the store are, besides in its changelog. */
  public enum StoreKind {
    MEMORY,
    ROCKSDB
  }

  /** Returns how often idle dialogues are taken out of the store, in the time of the stream. */
  public Duration sweepPeriod() {
    Duration period = idle.dividedBy(SWEEPS_PER_IDLE_TIME);
    return period.compareTo(SHORTEST_SWEEP_PERIOD) < 0 ? SHORTEST_SWEEP_PERIOD : period;
  }

  /**
   * Returns a builder of the store. Its cache makes one record of the changelog out of all that
   * happens to a dialogue between two commits: from a backlog of 200 dialogues at a time that is
   * worth a sixth of the tagger's speed.
   */
  public StoreBuilder<KeyValueStore<Bytes, DialogueEntry>> store() {
    return Stores.keyValueStoreBuilder(
            kind == StoreKind.MEMORY
                ? Stores.inMemoryKeyValueStore(STORE)
                : Stores.persistentKeyValueStore(STORE),
            Serdes.Bytes(),
            new DialogueEntrySerde())
        .withLoggingEnabled(CHANGELOG)
        .withCachingEnabled();
  }
}
