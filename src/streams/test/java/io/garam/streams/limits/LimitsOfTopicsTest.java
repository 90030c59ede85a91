package io.garam.streams.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.broker.FakeBroker;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.DescribeConfigsRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsOfTopicsTest {

  private final FakeBroker broker = new FakeBroker();
  private final AtomicLong clock = new AtomicLong();

  @AfterEach
  void close() {
    broker.close();
  }

  private LimitsWatch watch(String changelog) {
    return new LimitsWatch(
        broker.brokers(),
        OutputLimits.unknown("intents", changelog, "dead", 1 << 20, Compression.NONE),
        clock::get);
  }

  private static void refuse(LimitsWatch watch, String topic, Exception error) {
    watch.refused(new ProducerRecord<>(topic, null, 7L, null, new byte[500]), error, 10, 20);
  }

  @Test
  void whatTheTopicsSayHoldsFromTheFirstReading() {
    broker.topics.add("intents");
    broker.topics.add("dead");
    broker.topics.add("log");
    broker.topics.set(
        "intents", Map.of("max.message.bytes", "1000", "cleanup.policy", "compact,delete"));
    broker.topics.set("dead", Map.of("max.message.bytes", "2000", "segment.bytes", "1500"));
    LimitsWatch watch = watch("log");
    assertThat(watch.get().output().maxBytes()).isEqualTo(Integer.MAX_VALUE);
    watch.read();
    OutputLimits limits = watch.get();
    assertThat(limits.output().maxBytes()).isEqualTo(1000);
    assertThat(limits.output().needsKey()).isTrue();
    assertThat(limits.deadLetters().maxBytes()).isEqualTo(2000);
    assertThat(limits.deadLetters().needsKey()).isFalse();
    assertThat(limits.changelog().maxBytes()).isEqualTo(Integer.MAX_VALUE);
    assertThat(limits.largestBatch()).isEqualTo(1500);
  }

  @Test
  void aTopicThatIsNotThereYetHasNoLimitsAndTheOthersHaveTheirs() {
    broker.topics.add("intents");
    broker.topics.set("intents", Map.of("max.message.bytes", "1000"));
    LimitsWatch watch = watch("log");
    watch.read();
    assertThat(watch.get().output().maxBytes()).isEqualTo(1000);
    assertThat(watch.get().changelog()).isEqualTo(TopicLimits.unknown("log"));
  }

  @Test
  void withoutDialoguesNoChangelogIsAskedFor() {
    broker.topics.add("intents");
    broker.topics.add("dead");
    watch(null).read();
    DescribeConfigsRequest asked =
        (DescribeConfigsRequest) broker.requests(ApiKeys.DESCRIBE_CONFIGS).get(0);
    assertThat(asked.data().resources())
        .map(resource -> resource.resourceName())
        .containsExactlyInAnyOrder("intents", "dead");
  }

  @Test
  void aSettingThatIsRaisedHoldsWithTheNextReadingAndWhatWasLearnedIsForgotten() {
    broker.topics.add("intents");
    broker.topics.add("dead");
    broker.topics.set("intents", Map.of("max.message.bytes", "1000"));
    LimitsWatch watch = watch(null);
    watch.read();
    refuse(watch, "intents", new RecordTooLargeException("too large"));
    assertThat(watch.get().output().learned().tooLarge()).hasSize(1);
    broker.topics.set("intents", Map.of("max.message.bytes", "3000"));
    watch.read();
    assertThat(watch.get().output().maxBytes()).isEqualTo(3000);
    assertThat(watch.get().output().learned()).isEqualTo(LearnedLimits.NONE);
  }

  @Test
  void whereTheRightToDescribeIsMissingWhatWasKnownHolds() {
    broker.topics.add("intents");
    broker.topics.set("intents", Map.of("max.message.bytes", "1000"));
    LimitsWatch watch = watch(null);
    watch.read();
    refuse(watch, "dead", new RecordTooLargeException("too large"));
    broker.refuse(ApiKeys.DESCRIBE_CONFIGS, Errors.TOPIC_AUTHORIZATION_FAILED);
    watch.read();
    assertThat(watch.get().output().maxBytes()).isEqualTo(1000);
    assertThat(watch.get().deadLetters().learned().tooLarge()).hasSize(1);
  }

  @Test
  void whatIsLearnedIsForgottenTenMinutesAfterTheLastRefusal() {
    LimitsWatch watch = watch(null);
    refuse(watch, "intents", new RecordTooLargeException("too large"));
    clock.addAndGet(Duration.ofMinutes(9).toNanos());
    refuse(watch, "dead", new InvalidTimestampException("no"));
    clock.addAndGet(Duration.ofMinutes(10).toNanos() - 1);
    assertThat(watch.get().output().learned().tooLarge()).hasSize(1);
    assertThat(watch.get().deadLetters().takesTime(7, 20)).isFalse();
    clock.incrementAndGet();
    assertThat(watch.get().output().learned()).isEqualTo(LearnedLimits.NONE);
    assertThat(watch.get().deadLetters().takesTime(7, 20)).isTrue();
  }

  @Test
  void aRefusalByATopicThatTheTaggerDoesNotWriteChangesNothing() {
    LimitsWatch watch = watch(null);
    OutputLimits before = watch.get();
    refuse(watch, "another", new RecordTooLargeException("too large"));
    assertThat(watch.get()).isEqualTo(before);
  }

  @Test
  void whatIsNoFaultOfTheRecordTeachesNothing() {
    LimitsWatch watch = watch("log");
    refuse(watch, "intents", new IllegalStateException("the producer is closed"));
    assertThat(watch.get().output().learned()).isEqualTo(LearnedLimits.NONE);
  }
}
