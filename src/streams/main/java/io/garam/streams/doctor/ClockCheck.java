package io.garam.streams.doctor;

import io.garam.streams.client.Brokers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Check of this machine's clock against those of the brokers: each stamps a record with its own
 * time, which lies between the local times before and after. Of several records the one that took
 * the shortest counts, and half of what it took is the precision.
 */
record ClockCheck(Brokers brokers, OwnTopics topics) implements Check {

  private static final int TRIES = 5;

  /** So far off, and the age of an event is no longer what the metrics say. */
  private static final long NOTABLE_MS = 1_000;

  /** What the tagger allows for when it judges whether a topic takes an event's time. */
  private static final long ALLOWED_MS = 60_000;

  @Override
  public String name() {
    return "clocks";
  }

  @Override
  public List<String> needs() {
    return List.of(OwnTopics.NAME);
  }

  /**
   * Skew of a broker's clock.
   *
   * @param ms by which it is ahead, negative where it is behind
   * @param precisionMs by how much that may be wrong
   */
  record Skew(long ms, long precisionMs) {

    /**
     * @param before local time before the record was sent, in epoch milliseconds
     * @param stamped the broker's time
     * @param after local time once it was acknowledged
     */
    static Skew of(long before, long stamped, long after) {
      // Each time is cut off to whole milliseconds.
      return new Skew(stamped - (before + after) / 2, (after - before + 1) / 2 + 1);
    }

    /** Returns the least that the clocks can differ. */
    long least() {
      return Math.max(0, Math.abs(ms) - precisionMs);
    }

    Finding finding() {
      String found =
          String.format(
              Locale.ROOT,
              "the brokers' are %,d ms %s, give or take %,d ms",
              Math.abs(ms),
              ms < 0 ? "behind" : "ahead",
              precisionMs);
      if (least() > ALLOWED_MS) {
        return Finding.fault(
            "Expected clocks that differ by less than a minute, but "
                + found
                + ": topics may refuse what looks too new or too old; set the clocks by NTP.");
      }
      return least() > NOTABLE_MS
          ? Finding.warning(
              "Expected clocks that agree, but "
                  + found
                  + ": ages of events are wrong by that; set the clocks by NTP.")
          : Finding.ok(found);
    }
  }

  @Override
  public Finding run() throws InterruptedException {
    Skew worst = new Skew(0, 0);
    try (Writing writing = new Writing(brokers, Map.of())) {
      int partitions = writing.producer().partitionsFor(topics.clock()).size();
      for (int partition = 0; partition < partitions; partition++) {
        Skew skew = measure(writing, partition);
        worst = partition == 0 || skew.least() > worst.least() ? skew : worst;
      }
    } catch (KafkaException e) {
      throw brokers.failure(e, "the topic " + topics.clock());
    }
    return worst.finding();
  }

  private Skew measure(Writing writing, int partition) throws InterruptedException {
    Skew best = new Skew(0, Long.MAX_VALUE);
    for (int i = 0; i < TRIES; i++) {
      long before = System.currentTimeMillis();
      long start = System.nanoTime();
      long stamped =
          writing
              .write(new ProducerRecord<>(topics.clock(), partition, null, new byte[1]))
              .timestamp();
      // A clock that is set meanwhile must not count.
      long after = before + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      Skew skew = Skew.of(before, stamped, after);
      best = skew.precisionMs() < best.precisionMs() ? skew : best;
    }
    return best;
  }
}
