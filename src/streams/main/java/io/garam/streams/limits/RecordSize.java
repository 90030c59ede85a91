package io.garam.streams.limits;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.internal.AbstractRecords;
import org.apache.kafka.common.record.internal.CompressionType;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.utils.ByteUtils;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Size of a record before it is sent, and whether that is too large. Afterwards is too late: a
 * producer that refuses one record spoils the whole transaction.
 */
public final class RecordSize {

  private RecordSize() {}

  /**
   * Returns the size in bytes that Kafka's producer holds against {@code max.request.size} and
   * {@code buffer.memory}: an upper bound of what the record takes in a batch of its own, where
   * nothing compresses.
   */
  public static int of(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    int size =
        AbstractRecords.estimateSizeInBytesUpperBound(
            RecordBatch.CURRENT_MAGIC_VALUE, CompressionType.NONE, key, value, headers.toArray());
    // The sum of two arrays may be beyond what an integer holds.
    return size < 0 ? Integer.MAX_VALUE : size;
  }

  /** Returns the size in bytes of a header in a record. */
  public static int of(Header header) {
    int key = Utils.utf8Length(header.key());
    int value = header.value() == null ? -1 : header.value().length;
    return ByteUtils.sizeOfVarint(key) + key + ByteUtils.sizeOfVarint(value) + Math.max(value, 0);
  }
}
