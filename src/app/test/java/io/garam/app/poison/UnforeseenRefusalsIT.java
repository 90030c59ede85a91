package io.garam.app.poison;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.broker.EmbeddedBroker;
import io.garam.app.run.Cluster;
import io.garam.app.run.DialogueModels;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.event.ReasonCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.streams.processor.FailOnInvalidTimestamp;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Topics that change while a tagger runs, so that it learns their limits from a refusal. */
class UnforeseenRefusalsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String UNFORESEEN = ReasonCode.REFUSED_BY_BROKER.code();

  @TempDir static Path folder;
  @AutoClose private static final EmbeddedBroker broker = EmbeddedBroker.startTemporary();

  private final Cluster cluster = new Cluster(broker);
  private final GoodEvents good = new GoodEvents(DialogueModels.first());
  private final List<Poison> poison = new ArrayList<>();
  private final List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>();
  private final List<RecordMetadata> places = new ArrayList<>();

  /** Sends a tenth of the good events, with poison in their middle. */
  private void send(Poison... rows) throws Exception {
    int from = sent.size() - poison.size();
    List<ProducerRecord<byte[], byte[]>> records =
        new ArrayList<>(good.records(cluster.inputTopic(), from, from + 50));
    for (Poison row : rows) {
      records.add(row.record(cluster.inputTopic()));
    }
    records.addAll(good.records(cluster.inputTopic(), from + 50, from + 100));
    poison.addAll(List.of(rows));
    sent.addAll(records);
    places.addAll(cluster.sendRecords(records, Map.of("max.request.size", 20_000_000)));
  }

  private void assertFates(Tagger tagger) throws Exception {
    Outcomes outcomes = Outcomes.await(cluster, tagger, sent.size(), PATIENCE);
    outcomes.assertFates(poison, sent, places);
    good.assertUndisturbed(outcomes.outputs(), sent.size() - poison.size());
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void whatIsRefusedUnforeseenIsLeftOutWhenItsTransactionIsRepeated() throws Exception {
    cluster.createTopic(
        cluster.inputTopic(),
        Map.of("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE)));
    cluster.createTopic(
        cluster.outputTopic(),
        Map.of("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE)));
    cluster.createTopic(cluster.deadLetterTopic(), Map.of());
    Map<String, String> settings =
        PatientSettings.of(cluster, DialogueModels.first(), "memory", folder);
    // What is two hours ahead must not make others look idle.
    settings.put(GaramConfig.DIALOGUE_IDLE, "1000h");
    long soon = System.currentTimeMillis() + Duration.ofHours(2).toMillis();
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
      send(Poison.time("in two hours, taken", soon, Poison.TAGGED));
      assertFates(tagger);

      cluster.alter(cluster.outputTopic(), "message.timestamp.after.max.ms", "3600000");
      send(Poison.time("in two hours", soon, UNFORESEEN));
      assertFates(tagger);

      cluster.alter(cluster.outputTopic(), "max.message.bytes", "20000");
      send(
          Poison.value("an event of 30,000 bytes", Poison.event("9".repeat(30_000)), UNFORESEEN),
          Poison.key("the smallest tombstone", new byte[0], Poison.TAGGED).tombstone());
      assertFates(tagger);

      cluster.alter(cluster.outputTopic(), "cleanup.policy", "compact");
      send(Poison.key("no key", null, UNFORESEEN));
      assertFates(tagger);

      // Less than a batch of the producer, which has to be split.
      cluster.alter(cluster.outputTopic(), "max.message.bytes", "2000");
      send(Poison.value("an event of 3,000 bytes", Poison.event("9".repeat(3000)), UNFORESEEN));
      assertFates(tagger);

      cluster.alter(cluster.deadLetterTopic(), "max.message.bytes", "2000");
      send(
          Poison.value(
              "no event, of 3,000 bytes",
              "\"" + "9".repeat(3000) + "\"",
              ReasonCode.NOT_AN_OBJECT.code()));
      assertFates(tagger);

      cluster.alter(cluster.deadLetterTopic(), "max.message.bytes", "100");
      send(Poison.value("no event", "{}", Poison.SKIPPED));
      assertFates(tagger);
      send(Poison.value("no event again", "{}", Poison.SKIPPED));
      assertFates(tagger);
      assertThat(tagger.statistics().counts().skipped()).isGreaterThanOrEqualTo(2);
      assertThat(tagger.isRunning()).isTrue();
    }
  }

  /**
   * Of what shares a batch, and an aborted transaction, with a refused record, none is to blame.
   */
  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void theNeighboursOfARefusedRecordComeOutOnceWhereTheProducerCompresses() throws Exception {
    cluster.createTopics();
    Map<String, String> settings =
        PatientSettings.of(cluster, DialogueModels.first(), "memory", folder);
    settings.put("producer.compression.type", "gzip");
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
      send();
      assertFates(tagger);
      cluster.alter(cluster.outputTopic(), "max.message.bytes", "20000");
      send(
          Poison.value("not to be compressed", Poison.event(Noise.text(40_000, 1)), UNFORESEEN),
          Poison.value("to be compressed", Poison.event("9".repeat(40_000)), Poison.TAGGED));
      assertFates(tagger);
    }
  }

  /** Kafka has an exception of its own for it. */
  @Test
  @Execution(ExecutionMode.CONCURRENT)
  @ResourceLock(value = LogLines.LOCK, mode = ResourceAccessMode.READ)
  void aRecordLargerThanASegmentOfItsTopicIsADeadLetter() throws Exception {
    Map<String, String> large = Map.of("max.message.bytes", "3000000");
    cluster.createTopic(cluster.inputTopic(), large);
    cluster.createTopic(cluster.outputTopic(), large);
    cluster.createTopic(
        cluster.deadLetterTopic(),
        Map.of("max.message.bytes", "3000000", "segment.bytes", "1048576"));
    Map<String, String> settings =
        PatientSettings.of(cluster, DialogueModels.first(), "memory", folder);
    settings.put(GaramConfig.MAX_EVENT_BYTES, "2000000");
    settings.put("producer.max.request.size", "3000000");
    byte[] event = Poison.event("9".repeat(1_200_000));
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
      send(Poison.value("smaller than a segment", event, Poison.TAGGED));
      assertFates(tagger);
      cluster.alter(cluster.outputTopic(), "segment.bytes", "1048576");
      send(Poison.value("larger than a segment", event, UNFORESEEN));
      assertFates(tagger);
      send(Poison.value("larger again", event, ReasonCode.OUTPUT_TOO_LARGE.code()));
      assertFates(tagger);
    }
  }

  /** A batch of a hundred good events is no fault of the first of them. */
  @Test
  @Execution(ExecutionMode.CONCURRENT)
  @ResourceLock(LogLines.LOCK)
  void noneOfABatchLargerThanASegmentIsToBlame() throws Exception {
    Map<String, String> large = Map.of("max.message.bytes", "8000000");
    for (String topic :
        List.of(cluster.inputTopic(), cluster.outputTopic(), cluster.deadLetterTopic())) {
      cluster.createTopic(topic, large);
    }
    Map<String, String> settings =
        PatientSettings.of(cluster, DialogueModels.first(), "memory", folder);
    settings.put("producer.max.request.size", "8000000");
    settings.put("producer.batch.size", "3000000");
    settings.put("producer.linger.ms", "1000");
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings));
        LogLines log = LogLines.of("io.garam.tagger")) {
      send();
      assertFates(tagger);
      cluster.alter(cluster.outputTopic(), "segment.bytes", "1048576");
      // On a slow machine they may come in several polls, and so in batches that fit.
      for (int tries = 0; tries < 5 && !isRefusedBatchIn(log); tries++) {
        send(noise(60 * tries, 60));
        assertFates(tagger);
      }
      assertThat(isRefusedBatchIn(log)).as("a batch was refused").isTrue();
    }
  }

  private static Poison[] noise(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(
            i -> Poison.value("noise " + i, Poison.event(Noise.text(60_000, i)), Poison.TAGGED))
        .toArray(Poison[]::new);
  }

  private static boolean isRefusedBatchIn(LogLines log) {
    return log.lines().stream().anyMatch(line -> line.contains("RecordBatchTooLarge"));
  }

  private void createTopicsThatTakeAnyTime() throws Exception {
    for (String topic :
        List.of(cluster.inputTopic(), cluster.outputTopic(), cluster.deadLetterTopic())) {
      cluster.createTopic(
          topic, Map.of("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE)));
    }
  }

  /** The clock by which dialogues are forgotten must not go beyond what a long integer holds. */
  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void theLastOfAllTimesStallsNothingWhereTopicsTakeIt() throws Exception {
    createTopicsThatTakeAnyTime();
    Map<String, String> settings =
        PatientSettings.of(cluster, DialogueModels.first(), "memory", folder);
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
      send(Poison.time("the last", Long.MAX_VALUE, ReasonCode.TIME_REFUSED.code()));
      send(Poison.time("nearly the last", Long.MAX_VALUE - 1, ReasonCode.TIME_REFUSED.code()));
      assertFates(tagger);
    }
  }

  /** One that stops at a record without a time, and takes any other. */
  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void theLastOfAllTimesStallsNothingWhoeverFindsTheTime() throws Exception {
    createTopicsThatTakeAnyTime();
    Map<String, String> settings =
        PatientSettings.of(cluster, DialogueModels.first(), "memory", folder);
    settings.put("default.timestamp.extractor", FailOnInvalidTimestamp.class.getName());
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
      send(Poison.time("the last", Long.MAX_VALUE, ReasonCode.TIME_REFUSED.code()));
      assertFates(tagger);
    }
  }
}
