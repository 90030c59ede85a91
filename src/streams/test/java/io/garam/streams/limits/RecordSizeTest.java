package io.garam.streams.limits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.api.Test;

class RecordSizeTest {

  /** What the frame of a record takes at most: six numbers of variable length and attributes. */
  private static final int LARGEST_FRAME = 21;

  private static List<Header> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> (Header) new RecordHeader("h" + i, new byte[1]))
        .toList();
  }

  private static int batch(Header... headers) {
    return MemoryRecords.withRecords(
            Compression.NONE, new SimpleRecord(0, new byte[0], new byte[0], headers))
        .sizeInBytes();
  }

  @Test
  void aHundredThousandSmallHeadersAreNotOverestimated() {
    List<Header> headers = many(100_000);
    assertThat(RecordSize.of(new byte[0], new byte[0], new RecordHeaders(headers)))
        .isBetween(
            batch(headers.toArray(new Header[0])),
            batch(headers.toArray(new Header[0])) + LARGEST_FRAME);
  }

  @Test
  void aHeaderIsMeasuredToTheByte() {
    for (Header header :
        List.of(
            new RecordHeader("", (byte[]) null),
            new RecordHeader("", new byte[0]),
            new RecordHeader("가", new byte[63]),
            new RecordHeader("k".repeat(64), new byte[64]),
            new RecordHeader("k".repeat(8192), "가".repeat(8192).getBytes(UTF_8)))) {
      // Beside it the length of the whole record grows.
      assertThat(batch(header) - batch() - RecordSize.of(header)).isBetween(0, 2);
    }
  }
}
