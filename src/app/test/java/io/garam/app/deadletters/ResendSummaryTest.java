package io.garam.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.deadletters.ResendResult;
import io.garam.streams.deadletters.ResendResult.Unsent;
import io.garam.streams.event.SourcePosition;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class ResendSummaryTest {

  private static String summary(Map<String, Long> sent, long kept, Map<String, Unsent> unsent) {
    LongAdder letters = new LongAdder();
    letters.add(kept);
    return ResendSummary.of(new ResendResult(new TreeMap<>(sent), letters, new TreeMap<>(unsent)));
  }

  private static Unsent unsent(long count, long first) {
    return new Unsent(count, new SourcePosition(new TopicPartition("dead", 1), first));
  }

  @Test
  void whatWasSentIsCountedOverItsTopics() {
    assertThat(summary(Map.of("a", 1_000L, "b", 234L), 0, Map.of()))
        .isEqualTo("Sent 1,234 dead letters again to a, b.");
    assertThat(summary(Map.of("a", 1L), 0, Map.of())).isEqualTo("Sent 1 dead letter again to a.");
  }

  @Test
  void whereNothingWasSentNoTopicIsNamed() {
    assertThat(summary(Map.of(), 5_000, Map.of()))
        .isEqualTo("Sent 0 dead letters again; kept 5,000 of other reasons for another --replay.");
  }

  @Test
  void eachObstacleHasItsCountAndTheFirstLetter() {
    assertThat(
            summary(
                Map.of("a", 2L),
                1,
                Map.of("are of no topic", unsent(3, 7), "have no value", unsent(1_000, 0))))
        .isEqualTo(
            "Sent 2 dead letters again to a; kept 1 of other reasons for another --replay; 1,003"
                + " could not be sent: 3 are of no topic, the first at dead-1@7; 1,000 have no"
                + " value, the first at dead-1@0.");
  }
}
