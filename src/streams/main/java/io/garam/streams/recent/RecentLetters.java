package io.garam.streams.recent;

import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.TopicReader;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.deadletters.Letter;
import io.garam.streams.settings.TaggerSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The newest dead letters of a tagger's topic. */
public final class RecentLetters {

  private RecentLetters() {}

  /**
   * Reads them, the newest first.
   *
   * @param most how many
   * @throws io.garam.nlu.GaramException if the brokers do not answer
   */
  public static List<Letter> read(GaramConfig config, int most) {
    List<Letter> letters = new ArrayList<>();
    try (TopicReader reader = new TopicReader(new TaggerSettings(config).brokers())) {
      List<OffsetRange> newest =
          reader.whole(config.deadLetterTopic()).stream()
              .map(range -> range.since(range.to() - most))
              .toList();
      reader.read(newest, record -> letters.add(new Letter(record)));
    }
    return letters.stream()
        .sorted(Comparator.comparingLong((Letter letter) -> letter.record().timestamp()).reversed())
        .limit(most)
        .toList();
  }
}
