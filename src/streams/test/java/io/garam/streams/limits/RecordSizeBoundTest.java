package io.garam.streams.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordSizeBoundTest {

  /** The most that Kafka allows for what stands before a key. */
  private static final int FRAME = 21;

  private static byte[] noise(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static Compression compression(CompressionType type) {
    return CompressionSettings.of(type.name, key -> Optional.empty());
  }

  /** Lengths around those at which Kafka's numbers of variable length take a byte more. */
  private static final List<Integer> LENGTHS =
      List.of(0, 1, 62, 63, 64, 65, 127, 128, 8190, 8191, 8192, 8193, 100_000);

  @Test
  void noRecordTakesMoreThanIsSaidHoweverItIsMade() {
    Random random = new Random(13);
    for (int keyLength : LENGTHS) {
      for (int valueLength : LENGTHS) {
        byte[] key = noise(random, keyLength);
        byte[] value = noise(random, valueLength);
        RecordHeaders headers = new RecordHeaders();
        for (int i = random.nextInt(200); i > 0; i--) {
          headers.add("h".repeat(random.nextInt(70)), noise(random, random.nextInt(70)));
        }
        assertBound(key, value, headers);
      }
    }
    assertBound(null, null, new RecordHeaders());
    assertBound(null, new byte[0], new RecordHeaders());
  }

  private static void assertBound(byte[] key, byte[] value, Headers headers) {
    int said = RecordSize.of(key, value, headers);
    int taken =
        MemoryRecords.withRecords(
                Compression.NONE, new SimpleRecord(-1, key, value, headers.toArray()))
            .sizeInBytes();
    assertThat(said).isBetween(taken, taken + FRAME);
  }

  /** Small records that do not compress once took a few bytes more. */
  @ParameterizedTest
  @EnumSource(CompressionType.class)
  void noCompressionMakesMoreOfARecordThanIsSaid(CompressionType type) {
    Random random = new Random(type.id);
    for (int i = 0; i < 300; i++) {
      int length = random.nextInt(1 << (1 + random.nextInt(i % 10 == 0 ? 21 : 15)));
      byte[] value = noise(random, length);
      BatchSize size = new BatchSize(null, value, new RecordHeaders());
      assertThat((long) size.compressed(compression(type)))
          .as("%d bytes of noise", length)
          .isLessThanOrEqualTo(size.most());
    }
  }

  @Test
  void whatRepeatsIsSmallOnceItIsCompressed() {
    byte[] value = "안녕하세요 ".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    BatchSize size = new BatchSize(new byte[1], value, new RecordHeaders());
    assertThat(size.uncompressed()).isGreaterThan(value.length);
    assertThat(size.compressed(Compression.NONE)).isLessThanOrEqualTo(size.uncompressed());
    for (CompressionType type : CompressionType.values()) {
      if (type != CompressionType.NONE) {
        assertThat(size.compressed(compression(type))).as(type.name).isLessThan(value.length / 10);
      }
    }
  }
}
