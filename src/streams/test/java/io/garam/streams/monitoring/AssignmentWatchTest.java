package io.garam.streams.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.monitoring.Watch.Line;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class AssignmentWatchTest {

  private final Set<TopicPartition> assigned = new HashSet<>();
  private boolean rebalancing;
  private final AssignmentWatch watch = new AssignmentWatch(() -> assigned, () -> rebalancing);

  private List<Line> look(int second) {
    return watch.look(Instant.ofEpochSecond(second));
  }

  private static Set<TopicPartition> partitions(int... numbers) {
    return IntStream.of(numbers)
        .mapToObj(number -> new TopicPartition("utterances", number))
        .collect(Collectors.toSet());
  }

  @Test
  void partitionsGainedAndLostAreNamedOnce() {
    assertThat(look(0)).isEmpty();
    assigned.addAll(partitions(0, 1));
    assertThat(look(1))
        .containsExactly(
            new Line(
                false,
                "Partitions gained: utterances-0, utterances-1; lost: none; this instance now has"
                    + " 2."));
    assertThat(look(2)).isEmpty();
    assigned.removeAll(partitions(0));
    assigned.addAll(partitions(10));
    assertThat(look(3))
        .extracting(Line::text)
        .containsExactly(
            "Partitions gained: utterances-10; lost: utterances-0; this instance now has 2.");
  }

  @Test
  void aRebalanceThatTakesLongIsSpokenOfAndSoIsItsEnd() {
    rebalancing = true;
    List<Line> lines = IntStream.range(0, 60).mapToObj(this::look).flatMap(List::stream).toList();
    assertThat(lines).hasSizeBetween(2, 4).allMatch(Line::isWarning);
    assertThat(lines.get(0).text()).startsWith("Nothing is tagged for 10 s: partitions are");
    rebalancing = false;
    assertThat(look(60))
        .extracting(Line::text)
        .containsExactly("Tagging goes on, after 1 min 0 s.");
  }

  @Test
  void hundredsOfPartitionsAreOneLineThatCanBeRead() {
    assigned.addAll(partitions(IntStream.range(0, 500).toArray()));
    assertThat(look(0))
        .singleElement()
        .satisfies(line -> assertThat(line.text()).contains(" and 480 more").hasSizeLessThan(400));
  }
}
