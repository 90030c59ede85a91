package io.garam.streams.limits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.event.UntaggableEventException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.api.Test;

class OutputLimitsTest {

  private static final byte[] KEY = {'d'};

  private static OutputLimits limits(Compression sentAs, Map<String, String> output) {
    OutputLimits unknown = OutputLimits.unknown("intents", "log", "dead", 1 << 20, sentAs);
    List<ConfigEntry> entries =
        output.entrySet().stream()
            .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
            .toList();
    return unknown.with(
        topic ->
            topic.topic().equals("dead")
                ? topic
                : TopicLimits.of(topic.topic(), new TopicConfiguration(new Config(entries))));
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(1).nextBytes(noise);
    return noise;
  }

  private static int size(Compression compression, byte[] value) {
    return MemoryRecords.withRecords(compression, new SimpleRecord(0, KEY, value)).sizeInBytes();
  }

  private static void assertTaken(OutputLimits limits, byte[] value) {
    assertThatCode(() -> limits.check(KEY, value, new RecordHeaders())).doesNotThrowAnyException();
  }

  private static void assertTooLarge(OutputLimits limits, byte[] value) {
    assertThatThrownBy(() -> limits.check(KEY, value, new RecordHeaders()))
        .isInstanceOfSatisfying(
            UntaggableEventException.class,
            e -> assertThat(e.code()).isEqualTo(ReasonCode.OUTPUT_TOO_LARGE))
        .hasMessageContaining("intents");
  }

  @Test
  void theVerdictIsTheBrokersToTheByte() {
    byte[] noise = noise(10_000);
    for (Compression compression :
        List.of(
            Compression.NONE,
            Compression.gzip().build(),
            Compression.lz4().build(),
            Compression.snappy().build(),
            Compression.zstd().build())) {
      int size = size(compression, noise);
      assertTaken(limits(compression, Map.of("max.message.bytes", "" + size)), noise);
      assertTooLarge(limits(compression, Map.of("max.message.bytes", "" + (size - 1))), noise);
    }
  }

  @Test
  void whatIsSmallOnceItIsCompressedIsTaken() {
    OutputLimits limits = limits(Compression.gzip().build(), Map.of("max.message.bytes", "1000"));
    assertTaken(limits, "9".repeat(100_000).getBytes(UTF_8));
    assertTooLarge(limits, noise(1000));
  }

  @Test
  void aTopicThatCompressesOtherwiseMindsTheSizeThatItStores() {
    byte[] nines = "9".repeat(100_000).getBytes(UTF_8);
    Map<String, String> uncompressed =
        Map.of("max.message.bytes", "1000", "compression.type", "uncompressed");
    assertTooLarge(limits(Compression.gzip().build(), uncompressed), nines);
    Map<String, String> segments =
        Map.of("segment.bytes", "1000", "compression.type", "gzip", "compression.gzip.level", "9");
    assertTaken(limits(Compression.NONE, segments), nines);
    assertTooLarge(limits(Compression.NONE, segments), noise(1000));
  }

  @Test
  void aChangelogWithoutRoomForADialogueIsRefusedInOneSentence() {
    OutputLimits limits = limits(Compression.NONE, Map.of("max.message.bytes", "1000"));
    assertThatCode(() -> limits.requireRoomForDialogues(1000)).doesNotThrowAnyException();
    assertThatThrownBy(() -> limits.requireRoomForDialogues(1001))
        .hasMessage(
            "Expected the topic log, which keeps what is remembered of dialogues, to take 1001"
                + " bytes in one record, but its max.message.bytes and segment.bytes allow 1000;"
                + " raise them and start again.");
  }

  /** Whatever is spoiled was skipped then. */
  @Test
  void aProducerThatTakesNotEvenTheSmallestDeadLetterIsRefusedAtTheStart() {
    OutputLimits.unknown("intents", null, "dead", 16_384, Compression.NONE).requireRoomForLetters();
    assertThatThrownBy(
            () ->
                OutputLimits.unknown("intents", null, "dead", 600, Compression.NONE)
                    .requireRoomForLetters())
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("max.request.size and buffer.memory allow 600");
  }
}
