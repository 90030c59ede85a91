package io.garam.web.page;

import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.TopicReader;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.deadletters.Letter;
import io.garam.streams.event.SourcePosition;
import io.garam.streams.settings.TaggerSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The newest dead letters of the tagger's topic, read when they are asked for. */
record RecentLetters(GaramConfig config, TextMask mask) {

  private static final int MOST = 200;
  private static final int LONGEST_VALUE = 4 << 10;
  private static final String OTHER = "other";

  /**
   * A letter as it is shown.
   *
   * @param at where the event was in the input topic, or where the letter is if that is not said
   * @param key of the event, as text
   * @param value the first bytes in Base64; null where there is none or texts are not shown whole
   */
  record Row(
      String at,
      long time,
      String reason,
      String message,
      @Nullable String key,
      @Nullable String value,
      boolean cut) {}

  /**
   * Reads them.
   *
   * @throws io.garam.nlu.GaramException if the brokers do not answer
   */
  Map<String, Object> read() {
    List<Row> rows = new ArrayList<>();
    Map<String, Integer> reasons = new TreeMap<>();
    try (TopicReader reader = new TopicReader(new TaggerSettings(config).brokers())) {
      List<OffsetRange> newest =
          reader.whole(config.deadLetterTopic()).stream()
              .map(range -> range.since(range.to() - MOST))
              .toList();
      reader.read(newest, record -> rows.add(row(new Letter(record))));
    }
    rows.forEach(row -> reasons.merge(row.reason(), 1, Integer::sum));
    return Map.of(
        "letters",
        rows.stream().sorted(Comparator.comparingLong(Row::time).reversed()).limit(MOST).toList(),
        "reasons",
        reasons);
  }

  private Row row(Letter letter) {
    byte[] value = letter.record().value();
    boolean cut = value != null && value.length > LONGEST_VALUE;
    return new Row(
        letter.source().map(SourcePosition::toString).orElseGet(() -> letter.place().toString()),
        letter.time().map(Instant::toEpochMilli).orElse(0L),
        letter.code().orElse(OTHER),
        mask == TextMask.FULL ? letter.reason().orElse("") : "",
        TaggedRow.name(letter.record().key()),
        value == null || mask != TextMask.FULL
            ? null
            : Base64.getEncoder().encodeToString(cut ? Arrays.copyOf(value, LONGEST_VALUE) : value),
        cut);
  }
}
