package io.garam.streams.recent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.broker.FakeBroker;
import io.garam.streams.broker.FakePartition;
import io.garam.streams.config.GaramConfig;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RecentLettersTest {

  @AutoClose private final FakeBroker broker = new FakeBroker();
  private final GaramConfig config =
      GaramConfig.of(
          Map.of("bootstrap.servers", broker.address(), GaramConfig.MODEL, "models/none"));

  private List<String> newest(int most) {
    return RecentLetters.read(config, most, 100).stream()
        .map(letter -> new String(Objects.requireNonNull(letter.value()), UTF_8))
        .toList();
  }

  /** The letters of a backfill have times of long ago, and were never among the newest. */
  @Test
  void aLetterIsAsNewAsItWasWrittenHoweverOldItsEventIs() {
    FakePartition letters = broker.topics.add(config.deadLetterTopic());
    for (int i = 0; i < 5; i++) {
      letters.append("today " + i, 1_000_000 + i);
    }
    letters.append("of long ago", 7).append("later today", 1_000_009);

    assertThat(newest(3)).containsExactly("later today", "of long ago", "today 4");
  }

  @Test
  void noPartitionTakesThePlaceOfAnotherWhoseEventsAreOlder() {
    List<FakePartition> partitions = broker.topics.add(config.deadLetterTopic(), 2);
    FakePartition full = partitions.get(0);
    FakePartition few = partitions.get(1);
    for (int i = 0; i < 9; i++) {
      full.append("full " + i, 1_000_000 + i);
    }
    few.append("few 0", 1).append("few 1", 0);

    assertThat(newest(5)).containsExactly("full 8", "full 7", "full 6", "few 1", "few 0");
    few.append("few 2", 1_000_005);
    assertThat(newest(5)).containsExactly("full 8", "full 7", "full 6", "few 2", "few 1");
  }
}
