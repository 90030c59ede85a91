package io.garam.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.broker.EmbeddedBroker;
import io.garam.app.run.Cluster;
import io.garam.streams.IntentTagging;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.output.TaggedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What docs/library.md promises of tagging as a part of another topology, with a real broker. */
class OwnTopologyOnABrokerIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Produced<byte[], TaggedEvent> TAGGED =
      Produced.with(Serdes.ByteArray(), TaggedEvent.serde());

  @AutoClose private static final EmbeddedBroker broker = EmbeddedBroker.startTemporary();

  private final Cluster cluster = new Cluster(broker);

  private static byte[] event(int id, String text) {
    return ("{\"id\":" + id + ",\"text\":\"" + text + "\"}").getBytes(UTF_8);
  }

  private static List<byte[]> events(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> event(i, i % 2 == 0 ? "내일 몇 시에 만날까?" : "문 좀 닫아 줘."))
        .toList();
  }

  private List<String> values(String topic, int count) throws Exception {
    return cluster.read(topic, count, PATIENCE).stream()
        .map(record -> new String(record.value(), UTF_8))
        .toList();
  }

  @Test
  void eventsAreTaggedInBatchesAndRoutedByIntentWithTheirDeadLetters() throws Exception {
    cluster.createTopics();
    cluster.createTopic("commands-" + cluster.outputTopic(), Map.of());
    List<byte[]> all = new ArrayList<>(events(2000));
    all.add("no JSON".getBytes(UTF_8));
    cluster.send(all);

    try (IntentTagging tagging = IntentTagging.load(GaramConfig.of(cluster.settings()))) {
      StreamsBuilder builder = new StreamsBuilder();
      KStream<byte[], TaggedEvent> tagged = tagging.addTo(builder);
      tagged.filter((key, event) -> event.hasLabel("question")).to(cluster.outputTopic(), TAGGED);
      tagged
          .filter((key, event) -> event.hasLabel("command"))
          .to("commands-" + cluster.outputTopic(), TAGGED);
      try (KafkaStreams streams = tagging.streams(builder.build())) {
        streams.start();

        assertThat(values(cluster.outputTopic(), 1000))
            .hasSize(1000)
            .allMatch(value -> value.contains("\"intent\":{\"label\":\"question\""));
        assertThat(values("commands-" + cluster.outputTopic(), 1000)).hasSize(1000);
        assertThat(values(cluster.deadLetterTopic(), 1)).containsExactly("no JSON");
      }
      assertThat(tagging.statistics().counts().largestBatch()).isGreaterThan(200);
      assertThat(tagging.statistics().counts().taggedAlone()).isZero();
    }
  }

  @Test
  void whatTheOutputTopicRefusesUnforeseenIsADeadLetterHereToo() throws Exception {
    cluster.createTopics();
    Map<String, String> settings = cluster.settings();
    try (IntentTagging tagging = IntentTagging.load(GaramConfig.of(settings))) {
      StreamsBuilder builder = new StreamsBuilder();
      tagging.addTo(builder).to(cluster.outputTopic(), TAGGED);
      try (KafkaStreams streams = tagging.streams(builder.build())) {
        // After the limits of topics were asked for, so that the first refusal is a surprise.
        cluster.alter(cluster.outputTopic(), "max.message.bytes", "2000");
        cluster.send(List.of(event(1, "안녕"), event(2, "가".repeat(2000)), event(3, "안녕")));
        streams.start();

        assertThat(values(cluster.outputTopic(), 2)).hasSize(2);
        assertThat(values(cluster.deadLetterTopic(), 1)).hasSize(1);
      }
    }
  }

  @Test
  void otherTopicsAreReadWholeAndFailuresOfOtherNodesGoToTheirHandler() throws Exception {
    cluster.createTopics();
    String orders = "orders-" + cluster.inputTopic();
    String taken = "taken-" + cluster.inputTopic();
    cluster.createTopic(orders, Map.of());
    cluster.createTopic(taken, Map.of());
    Map<String, String> settings = cluster.settings();
    settings.put(GaramConfig.MAX_EVENT_BYTES, "1000");
    settings.put(
        "processing.exception.handler", LogAndContinueProcessingExceptionHandler.class.getName());
    cluster.sendRecords(
        List.of(
            new ProducerRecord<>(orders, "k".getBytes(UTF_8), new byte[50_000]),
            new ProducerRecord<>(
                cluster.inputTopic(), "k".getBytes(UTF_8), event(1, "가".repeat(500))),
            new ProducerRecord<>(cluster.inputTopic(), "k".getBytes(UTF_8), event(2, "안녕")),
            new ProducerRecord<>(cluster.inputTopic(), "k".getBytes(UTF_8), event(3, "안녕"))));

    try (IntentTagging tagging = IntentTagging.load(GaramConfig.of(settings))) {
      StreamsBuilder builder = new StreamsBuilder();
      builder.stream(orders, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()))
          .to(taken, Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
      tagging
          .addTo(builder)
          .peek(
              (key, event) -> {
                if (new String(event.value(), UTF_8).contains("\"id\":2,")) {
                  throw new IllegalStateException("a node of the user's");
                }
              })
          .to(cluster.outputTopic(), TAGGED);
      try (KafkaStreams streams = tagging.streams(builder.build())) {
        streams.start();

        assertThat(values(cluster.outputTopic(), 1))
            .singleElement()
            .asString()
            .contains("\"id\":3,");
        List<ConsumerRecord<byte[], byte[]>> copies = cluster.read(taken, 1, PATIENCE);
        assertThat(copies).singleElement().matches(record -> record.value().length == 50_000);
        assertThat(cluster.read(cluster.deadLetterTopic(), 1, PATIENCE))
            .singleElement()
            .matches(record -> record.value() == null, "too large, without its value");
      }
    }
  }

  @Test
  void severalTopicsAreTaggedTogether() throws Exception {
    cluster.createTopics();
    String second = "second-" + cluster.inputTopic();
    cluster.createTopic(second, Map.of());
    cluster.send(List.of(event(1, "안녕")));
    cluster.sendRecords(List.of(new ProducerRecord<>(second, "k".getBytes(UTF_8), event(2, "안녕"))));

    try (IntentTagging tagging =
        IntentTagging.load(
            GaramConfig.of(cluster.settings()), List.of(cluster.inputTopic(), second))) {
      StreamsBuilder builder = new StreamsBuilder();
      tagging.addTo(builder).to(cluster.outputTopic(), TAGGED);
      try (KafkaStreams streams = tagging.streams(builder.build())) {
        streams.start();

        assertThat(values(cluster.outputTopic(), 2)).hasSize(2);
      }
      assertThat(tagging.statistics().counts().taggedAlone()).isZero();
    }
  }
}
