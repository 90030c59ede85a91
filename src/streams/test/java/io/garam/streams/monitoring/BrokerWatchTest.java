package io.garam.streams.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.monitoring.Watch.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;

class BrokerWatchTest {

  private static final Instant START = Instant.parse("2026-11-26T12:00:00Z");

  private KafkaFuture<?> answer = KafkaFuture.completedFuture("id");
  private final BrokerWatch watch = new BrokerWatch("a:9092", () -> answer);

  private List<String> look(int fromSecond, int toSecond) {
    List<String> lines = new ArrayList<>();
    IntStream.range(fromSecond, toSecond)
        .mapToObj(second -> watch.look(START.plusSeconds(second)))
        .flatMap(List::stream)
        .map(Line::text)
        .forEach(lines::add);
    return lines;
  }

  private static KafkaFuture<?> failed(Exception cause) {
    KafkaFutureImpl<String> failed = new KafkaFutureImpl<>();
    failed.completeExceptionally(cause);
    return failed;
  }

  @Test
  void aBrokerThatIsAwayForThreeMinutesIsSpokenOfAFewTimesWithTimesAndWhenItIsBack() {
    assertThat(look(0, 61)).isEmpty();
    answer = failed(new TimeoutException("none"));
    List<String> lines = look(61, 241);
    assertThat(lines).hasSizeBetween(4, 6);
    assertThat(lines.get(0))
        .startsWith("No broker at a:9092 answers since 2026-11-26T12:01:0")
        .contains("for 10 s", "tagging waits");
    answer = KafkaFuture.completedFuture("id");
    assertThat(look(241, 300))
        .singleElement()
        .asString()
        .startsWith("The brokers at a:9092 answer again, after 3 min ");
  }

  @Test
  void aBrokerThatIsFrozenNeitherAnswersNorFails() {
    assertThat(look(0, 5)).isEmpty();
    answer = new KafkaFutureImpl<String>();
    assertThat(look(5, 30)).isNotEmpty().allMatch(line -> line.startsWith("No broker at a:9092"));
  }

  @Test
  void itSaysSinceWhenUntilABrokerAnswersAgain() {
    KafkaFutureImpl<String> frozen = new KafkaFutureImpl<>();
    look(0, 5);
    answer = frozen;
    look(5, 13);
    assertThat(watch.awaySince()).as("some seconds are no outage").isEmpty();
    look(13, 30);
    assertThat(watch.awaySince()).contains(START.plusSeconds(5));
    frozen.complete("id");
    look(30, 32);
    assertThat(watch.awaySince()).isEmpty();
  }

  @Test
  void aRefusalIsAnAnswer() {
    answer = failed(new TopicAuthorizationException("utterances"));
    assertThat(look(0, 100)).isEmpty();
  }
}
