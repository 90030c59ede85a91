package io.garam.streams.limits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.internal.CompressionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicLimitsTest {

  private static final long HOUR = 3_600_000;
  private static final long NOW = 1_700_000_000_000L;

  private static TopicLimits topic(String... settings) {
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return TopicLimits.of(
        "t",
        new TopicConfiguration(
            new Config(
                all.entrySet().stream()
                    .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
                    .toList())));
  }

  @Test
  void aTopicThatSaysNothingHasNoLimits() {
    assertThat(topic()).isEqualTo(TopicLimits.unknown("t"));
    assertThat(topic().takesTime(0, Long.MAX_VALUE)).isTrue();
    assertThat(topic().takesTime(Long.MAX_VALUE, 0)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "compact, true",
    "'compact,delete', true",
    "'delete,compact', true",
    "Compact, true",
    "delete, false",
    "'', false"
  })
  void aCompactedTopicNeedsKeys(String policy, boolean needed) {
    assertThat(topic("cleanup.policy", policy).needsKey()).isEqualTo(needed);
  }

  @Test
  void aKeyIsNeededOnceOneWasMissed() {
    assertThat(topic().with(LearnedLimits.NONE.withoutKey()).needsKey()).isTrue();
    assertThat(topic("cleanup.policy", "compact").with(LearnedLimits.NONE).needsKey()).isTrue();
  }

  /** An hour, less a minute for clocks that differ. */
  @Test
  void timesAreTakenUpToTheLimitLessAMinute() {
    TopicLimits topic =
        topic(
            "message.timestamp.before.max.ms", "" + HOUR,
            "message.timestamp.after.max.ms", "" + HOUR);
    long most = HOUR - 60_000;
    assertThat(topic.takesTime(NOW, NOW)).isTrue();
    assertThat(topic.takesTime(NOW + most, NOW)).isTrue();
    assertThat(topic.takesTime(NOW + most + 1, NOW)).isFalse();
    assertThat(topic.takesTime(NOW - most, NOW)).isTrue();
    assertThat(topic.takesTime(NOW - most - 1, NOW)).isFalse();
  }

  @Test
  void ofAShortLimitATenthIsLeftToTheClocks() {
    TopicLimits topic = topic("message.timestamp.after.max.ms", "1000");
    assertThat(topic.takesTime(NOW + 900, NOW)).isTrue();
    assertThat(topic.takesTime(NOW + 901, NOW)).isFalse();
    assertThat(topic("message.timestamp.after.max.ms", "0").takesTime(NOW + 1, NOW)).isFalse();
    assertThat(topic("message.timestamp.after.max.ms", "0").takesTime(NOW, NOW)).isTrue();
  }

  @Test
  void aTopicThatGivesTimesItselfTakesAny() {
    TopicLimits topic =
        topic(
            "message.timestamp.type", "LogAppendTime",
            "message.timestamp.before.max.ms", "1",
            "message.timestamp.after.max.ms", "1");
    assertThat(topic.takesTime(0, NOW)).isTrue();
    assertThat(topic.takesTime(OutputLimits.LATEST, NOW)).isTrue();
    assertThat(
            topic(
                    "message.timestamp.type", "CreateTime",
                    "message.timestamp.before.max.ms", "1")
                .takesTime(0, NOW))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"gzip, GZIP", "lz4, LZ4", "snappy, SNAPPY", "zstd, ZSTD", "uncompressed, NONE"})
  void whatATopicStoresCompressedIsRead(String type, CompressionType stored) {
    assertThat(topic("compression.type", type).storedAs().type()).isEqualTo(stored);
  }

  @Test
  void aTopicThatStoresAsItComesNamesNoCompression() {
    assertThat(topic("compression.type", "producer").storedAs()).isNull();
  }

  @Test
  void levelsOfCompressionAreThoseThatAreSet() {
    byte[] text = "그렇게 하면 안 돼요? 되죠. ".repeat(400).getBytes(UTF_8);
    BatchSize size = new BatchSize(null, text, new RecordHeaders());
    assertThat(size.compressed(CompressionSettings.of("gzip", key -> Optional.of("9"))))
        .isLessThan(size.compressed(CompressionSettings.of("gzip", key -> Optional.of("1"))));
    assertThat(CompressionSettings.of("none", key -> Optional.of("9"))).isSameAs(Compression.NONE);
  }

  @Test
  void theVerdictNamesTheLimitAndWhatTheRecordTakes() {
    BatchSize size = new BatchSize(null, new byte[1000], new RecordHeaders());
    int taken = size.compressed(Compression.NONE);
    assertThat(topic("max.message.bytes", "" + taken).tooLarge(size, Compression.NONE)).isEmpty();
    assertThat(topic("max.message.bytes", "" + (taken - 1)).tooLarge(size, Compression.NONE))
        .contains(
            "the topic t takes "
                + (taken - 1)
                + " bytes by its max.message.bytes and segment.bytes, but it has "
                + taken);
    assertThat(topic("segment.bytes", "" + (taken - 1)).tooLarge(size, Compression.NONE))
        .isPresent();
  }

  @Test
  void whatWasRefusedIsRefusedAgainThoughTheSettingsWouldTakeIt() {
    BatchSize size = new BatchSize(null, new byte[1000], new RecordHeaders());
    int sent = size.compressed(Compression.NONE);
    TopicLimits learned =
        topic().with(LearnedLimits.NONE.withSize(new SentSize(size.uncompressed(), sent)));
    assertThat(learned.tooLarge(size, Compression.NONE))
        .contains("the topic t has refused one of no more than its " + sent + " bytes");
    assertThat(
            learned.tooLarge(
                new BatchSize(null, new byte[999], new RecordHeaders()), Compression.NONE))
        .isEmpty();
  }
}
