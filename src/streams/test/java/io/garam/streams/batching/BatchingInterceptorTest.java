package io.garam.streams.batching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.streams.batching.Prepared.Read;
import io.garam.streams.event.EventField;
import io.garam.streams.event.EventReader;
import io.garam.streams.event.ExistingIntent;
import io.garam.streams.statistics.TaggingCounter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchingInterceptorTest {

  private final KeywordModel model = new KeywordModel();
  private final TaggingCounter statistics = new TaggingCounter();
  private final Preparation preparation =
      new Preparation(
          new EventReader(
              Map.of(EventField.TEXT, JsonPointer.compile("/text")),
              ExistingIntent.REPLACE,
              1 << 20),
          ModelChoice.always(model),
          statistics);
  private final PreparedDeserializer deserializer = new PreparedDeserializer(preparation);
  private final BatchingInterceptor interceptor = new BatchingInterceptor();

  @BeforeEach
  void configure() {
    interceptor.configure(
        Map.of(
            BatchingInterceptor.PREPARATION,
            preparation,
            BatchingInterceptor.IN_FLIGHT,
            new InFlightRecords(),
            BatchingInterceptor.TOPICS,
            List.of("utterances")));
  }

  private static ConsumerRecord<byte[], byte[]> utterance(int partition, String text) {
    return new ConsumerRecord<>(
        "utterances", partition, 0, null, ("{\"text\":\"" + text + "\"}").getBytes(UTF_8));
  }

  @SafeVarargs
  private static ConsumerRecords<byte[], byte[]> poll(ConsumerRecord<byte[], byte[]>... records) {
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> byPartition = new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      byPartition
          .computeIfAbsent(
              new TopicPartition(record.topic(), record.partition()), key -> new ArrayList<>())
          .add(record);
    }
    return new ConsumerRecords<>(byPartition, Map.of());
  }

  private String labelOf(ConsumerRecord<byte[], byte[]> record) {
    Prepared prepared = deserializer.deserialize(record.topic(), record.headers(), record.value());
    return model.decide(((Read) prepared).row()).label();
  }

  @Test
  void allPartitionsOfAPollShareOneRunAndTheDeserializerRunsNone() {
    ConsumerRecord<byte[], byte[]> a = utterance(0, "a");
    ConsumerRecord<byte[], byte[]> b = utterance(1, "b");
    interceptor.onConsume(poll(a, b));
    assertThat(labelOf(a)).isEqualTo("a");
    assertThat(labelOf(b)).isEqualTo("b");
    assertThat(model.batches()).containsExactly(2);
    assertThat(statistics.counts().taggedAlone()).isZero();
  }

  @Test
  void theHeaderIsGoneAfterwardsAndOthersStay() {
    ConsumerRecord<byte[], byte[]> record = utterance(0, "a");
    record.headers().add("trace", new byte[] {7});
    interceptor.onConsume(poll(record));
    labelOf(record);
    assertThat(record.headers()).map(header -> header.key()).containsExactly("trace");
  }

  @Test
  void aResultCannotBeInjectedFromATopic() {
    ConsumerRecord<byte[], byte[]> unseen = utterance(0, "b");
    unseen.headers().add(PreparedHeader.KEY, "forged".getBytes(UTF_8));
    assertThat(labelOf(unseen)).isEqualTo("b");
    assertThat(unseen.headers()).isEmpty();
    assertThat(statistics.counts().taggedAlone()).isEqualTo(1);
  }

  @Test
  void aUsersHeaderThatIsCalledPreparedPassesThrough() {
    ConsumerRecord<byte[], byte[]> record = utterance(0, "a");
    record.headers().add("garam.prepared", "a user's own".getBytes(UTF_8));
    interceptor.onConsume(poll(record));
    assertThat(labelOf(record)).isEqualTo("a");
    assertThat(record.headers()).hasSize(1);
    assertThat(record.headers().lastHeader("garam.prepared").value())
        .isEqualTo("a user's own".getBytes(UTF_8));
  }

  @Test
  void otherTopicsPassUntouched() {
    ConsumerRecord<byte[], byte[]> other =
        new ConsumerRecord<>("garam-changelog", 0, 0, null, new byte[] {1});
    other.headers().add(PreparedHeader.KEY, new byte[] {2});
    interceptor.onConsume(poll(other));
    assertThat(other.headers().lastHeader(PreparedHeader.KEY).value()).containsExactly(2);
    assertThat(statistics.counts().batches()).isZero();
  }

  @Test
  void anEmptyPollRunsNothing() {
    interceptor.onConsume(ConsumerRecords.empty());
    assertThat(model.batches()).isEmpty();
  }
}
