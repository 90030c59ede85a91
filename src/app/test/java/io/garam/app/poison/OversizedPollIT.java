package io.garam.app.poison;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.GaramProcess;
import io.garam.app.broker.EmbeddedBroker;
import io.garam.app.run.Cluster;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.event.ReasonCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is small on the wire and large in the heap: a tagger has 512 MB here. */
class OversizedPollIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Path MODEL = Path.of("../../models/korean-intention");
  private static final int HUNDRED_MEGABYTES = 100 << 20;
  private static final int BATCH = 460 << 20;

  @TempDir Path folder;

  /** A JSON object with a text, and much beside it. */
  private static Poison inflated(String name, int bytes) {
    byte[] value = new byte[bytes];
    byte[] head = "{\"text\":\"네\",\"a\":\"".getBytes(UTF_8);
    Arrays.fill(value, (byte) 'a');
    System.arraycopy(head, 0, value, 0, head.length);
    value[bytes - 2] = '"';
    value[bytes - 1] = '}';
    return Poison.value(name, value, ReasonCode.EVENT_TOO_LARGE.code());
  }

  @Test
  void valuesThatInflateBeyondTheHeapAreDeadLetters() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      Cluster cluster = new Cluster(broker);
      Map<String, String> settings = PatientSettings.of(cluster, MODEL, "memory", folder);
      settings.put(GaramConfig.MAX_EVENT_BYTES, "5000000");
      settings.put("producer.max.request.size", "6000000");
      cluster.createTopic(cluster.inputTopic(), Map.of("max.message.bytes", "20000000"));
      cluster.createTopic(cluster.outputTopic(), Map.of("max.message.bytes", "6000000"));
      cluster.createTopic(cluster.deadLetterTopic(), Map.of());
      GoodEvents good = new GoodEvents(MODEL);
      List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>();
      List<RecordMetadata> places = new ArrayList<>();
      Map<String, Object> gzip =
          Map.of(
              "compression.type",
              "gzip",
              "batch.size",
              BATCH,
              "linger.ms",
              60_000,
              "max.request.size",
              BATCH,
              "buffer.memory",
              2L * BATCH);
      List<Poison> poison = new ArrayList<>();
      List<ProducerRecord<byte[], byte[]>> around =
          good.records(cluster.inputTopic(), 0, GoodEvents.COUNT);
      sendAll(cluster, around.subList(0, 500), Map.of(), sent, places);
      Poison large = inflated("200 MB", 2 * HUNDRED_MEGABYTES);
      sendAll(cluster, List.of(large.record(cluster.inputTopic())), gzip, sent, places);
      poison.add(large);
      byte[] value = inflated("", HUNDRED_MEGABYTES).value();
      List<ProducerRecord<byte[], byte[]>> batch = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Poison one = Poison.value("100 MB, " + i, value, ReasonCode.EVENT_TOO_LARGE.code());
        poison.add(one);
        batch.add(one.record(cluster.inputTopic()));
      }
      sendAll(cluster, batch, gzip, sent, places);
      // In code that is not linear: no progress in eight minutes.
      Poison marks =
          Poison.value(
              "4 MB of combining marks in turn",
              Poison.event("\u0301\u0316".repeat(1 << 20)),
              Poison.TAGGED);
      poison.add(marks);
      sendAll(
          cluster,
          List.of(marks.record(cluster.inputTopic())),
          Map.of("max.request.size", 6_000_000),
          sent,
          places);
      sendAll(cluster, around.subList(500, GoodEvents.COUNT), Map.of(), sent, places);
      try (GaramProcess tagger = GaramProcess.run(settings)) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (cluster.committed() < sent.size()) {
          assertThat(tagger.isAlive()).as(tagger.errors()).isTrue();
          assertThat(System.nanoTime()).as(tagger.errors()).isLessThan(deadline);
          TimeUnit.MILLISECONDS.sleep(100);
        }
        Outcomes outcomes = Outcomes.of(cluster, PATIENCE);
        outcomes.assertFates(poison, sent, places);
        good.assertUndisturbed(outcomes.outputs(), GoodEvents.COUNT);
        assertThat(tagger.terminate()).as(tagger.errors()).isZero();
      }
    }
  }

  private static void sendAll(
      Cluster cluster,
      List<ProducerRecord<byte[], byte[]>> records,
      Map<String, Object> settings,
      List<ProducerRecord<byte[], byte[]>> sent,
      List<RecordMetadata> places)
      throws Exception {
    places.addAll(cluster.sendRecords(records, settings));
    sent.addAll(records);
  }
}
