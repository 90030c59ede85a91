package io.garam.streams.recent;

import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.TopicReader;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.deadletters.Letter;
import io.garam.streams.settings.TaggerSettings;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The newest dead letters of a tagger's topic. */
public final class RecentLetters {

  private static final Comparator<Letter> OLDEST_FIRST =
      Comparator.comparingLong(letter -> letter.record().timestamp());

  private RecentLetters() {}

  /**
   * Reads them, the newest first.
   *
   * @param most how many
   * @param longest of a value more bytes than this are left out, so that little memory is taken
   * @throws io.garam.nlu.GaramException if the brokers do not answer
   */
  public static List<Letter> read(GaramConfig config, int most, int longest) {
    PriorityQueue<Letter> letters = new PriorityQueue<>(OLDEST_FIRST);
    try (TopicReader reader = new TopicReader(new TaggerSettings(config).brokers())) {
      List<OffsetRange> newest =
          reader.whole(config.deadLetterTopic()).stream()
              .map(range -> range.since(range.to() - most))
              .toList();
      reader.read(
          newest,
          record -> {
            letters.add(new Letter(cut(record, longest)));
            if (letters.size() > most) {
              letters.remove();
            }
          });
    }
    return letters.stream().sorted(OLDEST_FIRST.reversed()).toList();
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
