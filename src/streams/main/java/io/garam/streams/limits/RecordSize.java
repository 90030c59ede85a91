package io.garam.streams.limits;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Tells before sending whether a record is too large. Afterwards is too late: a producer that
 * refuses one record spoils the whole transaction.
 */
public final class RecordSize {

  /** Batch and record frame (61 and at most 21 bytes), and room for what Kafka may yet add. */
  private static final int FRAME = 128;

  /** Lengths in front of a header's key and value. */
  private static final int HEADER_FRAME = 10;

  private RecordSize() {}

  /** Returns an upper bound in bytes. */
  public static int of(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    long size = FRAME + length(key) + length(value);
    for (Header header : headers) {
      size += of(header);
    }
    return (int) Math.min(size, Integer.MAX_VALUE);
  }

  /** Returns an upper bound in bytes of what a header takes. */
  public static int of(Header header) {
    long size =
        HEADER_FRAME
            + header.key().getBytes(StandardCharsets.UTF_8).length
            + length(header.value());
    return (int) Math.min(size, Integer.MAX_VALUE);
  }

  private static long length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
