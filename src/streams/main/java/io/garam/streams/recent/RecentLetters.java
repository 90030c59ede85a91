package io.garam.streams.recent;

import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.TopicReader;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.deadletters.Letter;
import io.garam.streams.settings.TaggerSettings;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The newest dead letters of a tagger's topic: those written last, however old their events are. As
 * many are taken of each partition, as far as it has them.
 */
public final class RecentLetters {

  /** Of those with as many, the one whose oldest letter is the oldest. */
  private static final Comparator<Deque<Written>> FULLEST =
      Comparator.<Deque<Written>>comparingInt(Deque::size)
          .thenComparing(Deque::getFirst, Written.OLDEST_FIRST.reversed());

  private final int most;
  private final Map<Integer, Deque<Written>> byPartition = new HashMap<>();
  private int kept;

  private RecentLetters(int most) {
    this.most = most;
  }

  /**
   * Letter, which bears the time of its event.
   *
   * @param since a time before which it was not written, as one before it in its partition has that
   *     time, in milliseconds since 1970
   */
  private record Written(Letter letter, long since) {

    static final Comparator<Written> OLDEST_FIRST =
        Comparator.comparingLong(Written::since)
            .thenComparingLong(written -> written.letter().record().offset());
  }

  /**
   * Reads them, the newest first: within a partition as they were written; between partitions as
   * far as the times of the events say.
   *
   * @param most how many
   * @param longest of a value more bytes than this are left out, so that little memory is taken
   * @throws io.garam.nlu.GaramException if the brokers do not answer
   */
  public static List<Letter> read(GaramConfig config, int most, int longest) {
    RecentLetters letters = new RecentLetters(most);
    try (TopicReader reader = new TopicReader(new TaggerSettings(config).brokers())) {
      List<OffsetRange> newest =
          reader.whole(config.deadLetterTopic()).stream()
              .map(range -> range.since(range.to() - most))
              .toList();
      reader.read(newest, record -> letters.add(cut(record, longest)));
    }
    return letters.newestFirst();
  }

  private void add(ConsumerRecord<byte[], byte[]> record) {
    Deque<Written> written =
        byPartition.computeIfAbsent(record.partition(), partition -> new ArrayDeque<>());
    long since =
        written.isEmpty()
            ? record.timestamp()
            : Math.max(record.timestamp(), written.getLast().since());
    written.add(new Written(new Letter(record), since));
    kept++;
    if (kept > most) {
      Collections.max(byPartition.values(), FULLEST).remove();
      kept--;
    }
  }

  private List<Letter> newestFirst() {
    return byPartition.values().stream()
        .flatMap(Collection::stream)
        .sorted(Written.OLDEST_FIRST.reversed())
        .map(Written::letter)
        .toList();
  }

  private static ConsumerRecord<byte[], byte[]> cut(
      ConsumerRecord<byte[], byte[]> record, int longest) {
    byte[] value = record.value();
    return new ConsumerRecord<>(
        record.topic(),
        record.partition(),
        record.offset(),
        record.timestamp(),
        record.timestampType(),
        record.serializedKeySize(),
        record.serializedValueSize(),
        record.key(),
        value == null || value.length <= longest ? value : Arrays.copyOf(value, longest),
        record.headers(),
        record.leaderEpoch());
  }
}
