package io.garam.streams;

import io.garam.streams.batching.InFlightRecords;
import io.garam.streams.batching.InFlightRecords.InFlight;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.log.LogNames;
import java.time.Duration;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shutdown of a Kafka Streams client that tags: finishes what was polled, commits, and hands the
 * partitions to other instances at once, within {@code garam.close.timeout.ms} in all.
 */
record Shutdown(GaramConfig config, KafkaStreams streams, InFlightRecords inFlightRecords) {

  private static final Logger log = LoggerFactory.getLogger(LogNames.TAGGER);

  /** Shuts down. Returns whether all threads have ended by then. */
  boolean run() {
    long deadline = System.nanoTime() + config.closeTimeout().toNanos();
    try {
      inFlightRecords.finish(config.closeTimeout().dividedBy(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    boolean ended =
        streams.close(
            CloseOptions.timeout(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))
                .withGroupMembershipOperation(membership()));
    if (!ended) {
      String busy =
          inFlightRecords.inFlight().values().stream()
              .map(InFlight::where)
              .collect(Collectors.joining("; "));
      log.warn(
          "The tagger did not stop within {} ms ({}), since {}; what it had not committed is tagged"
              + " again at the next start, and nothing is lost.",
          config.closeTimeout().toMillis(),
          GaramConfig.CLOSE_TIMEOUT_MS,
          busy.isEmpty()
              ? "the brokers did not answer in time"
              : "these records were still in hand: " + busy);
    }
    return ended;
  }

  /** A member with a fixed identity is meant to come back to its partitions; others leave. */
  private GroupMembershipOperation membership() {
    boolean fixed =
        new StreamsConfig(config.streamsProperties())
            .getMainConsumerConfigs("", "", 0)
            .containsKey(CommonClientConfigs.GROUP_INSTANCE_ID_CONFIG);
    return fixed ? GroupMembershipOperation.REMAIN_IN_GROUP : GroupMembershipOperation.LEAVE_GROUP;
  }
}
