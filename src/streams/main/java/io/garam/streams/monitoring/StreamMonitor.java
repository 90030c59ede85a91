package io.garam.streams.monitoring;

import io.garam.streams.batching.InFlightRecords;
import io.garam.streams.client.Brokers;
import io.garam.streams.clock.MonotonicTime;
import io.garam.streams.log.LogNames;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Monitor of a tagger that runs: looks at it every second, from a thread of its own that nothing of
 * the tagger waits for, and writes to the log what somebody who runs it should know.
 */
public final class StreamMonitor implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LogNames.MONITOR);
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final int ANSWER_TIMEOUT_MS = 5_000;

  private final BrokerWatch brokers;
  private final List<Watch> others;
  private final Admin admin;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "garam-monitor");

  private StreamMonitor(BrokerWatch brokers, List<Watch> others, Admin admin) {
    this.brokers = brokers;
    this.others = others;
    this.admin = admin;
  }

  /**
   * Starts to look.
   *
   * @param topic which the tagger reads: the input topic, or the repartition topic
   * @param renewal makes the clients of all stream threads anew
   * @param counted says what the log has only counted until now, where it is time to
   * @throws io.garam.nlu.GaramException if an address or a security setting does not do
   */
  public static StreamMonitor start(
      KafkaStreams streams,
      InFlightRecords inFlightRecords,
      Brokers brokers,
      String topic,
      Runnable renewal,
      Runnable counted) {
    Admin admin = brokers.admin();
    StreamMonitor monitor =
        new StreamMonitor(
            new BrokerWatch(
                brokers.addresses(),
                () ->
                    admin
                        .describeCluster(new DescribeClusterOptions().timeoutMs(ANSWER_TIMEOUT_MS))
                        .clusterId()),
            List.of(
                new AssignmentWatch(
                    () -> new StreamThreads(streams).assigned(topic),
                    () -> streams.state() == KafkaStreams.State.REBALANCING),
                new ClockWatch(System::currentTimeMillis, System::nanoTime, renewal),
                new BatchWatch(inFlightRecords::inFlight, new StreamThreads(streams)::sincePoll),
                now -> {
                  counted.run();
                  return List.of();
                }),
            admin);
    monitor.thread.setDaemon(true);
    monitor.thread.start();
    return monitor;
  }

  /** Returns since when no broker has answered, where that is some seconds ago. */
  public Optional<Instant> brokersAwaySince() {
    return brokers.awaySince();
  }

  private void run() {
    try {
      while (!ended.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
        look(brokers);
        others.forEach(this::look);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What one look meets, such as a client that is just closing, must not end all further ones. */
  private void look(Watch watch) {
    try {
      for (Watch.Line line :
          watch.look(Instant.ofEpochMilli(MonotonicTime.SYSTEM.milliseconds()))) {
        log.atLevel(line.isWarning() ? Level.WARN : Level.INFO).log(line.text());
      }
    } catch (RuntimeException e) {
      log.debug("The monitor could not look.", e);
    }
  }

  @Override
  public void close() {
    ended.countDown();
    admin.close(Duration.ZERO);
  }
}
