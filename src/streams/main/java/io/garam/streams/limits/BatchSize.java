package io.garam.streams.limits;

import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a record takes in a batch of its own. This is what brokers hold against a topic's limits,
 * since a producer splits a batch of several that is too large.
 */
final class BatchSize {

  /** What compression adds at most to what it cannot make smaller: one byte in so many. */
  private static final int INCOMPRESSIBLE = 256;

  /** What the frame of a compressed batch takes at most, in bytes. */
  private static final int COMPRESSED_FRAME = 64;

  private final byte @Nullable [] key;
  private final byte @Nullable [] value;
  private final Headers headers;
  private final int uncompressed;

  BatchSize(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    this.key = key;
    this.value = value;
    this.headers = headers;
    this.uncompressed = RecordSize.of(key, value, headers);
  }

  /** Returns an upper bound in bytes where nothing compresses, at no cost. */
  int uncompressed() {
    return uncompressed;
  }

  /** Returns an upper bound in bytes whatever compresses, at no cost. */
  long most() {
    return (long) uncompressed + uncompressed / INCOMPRESSIBLE + COMPRESSED_FRAME;
  }

  /**
   * Returns the size in bytes, as Kafka's producer and brokers make the batch. It costs a copy and
   * the compression.
   */
  int compressed(Compression compression) {
    return MemoryRecords.withRecords(
            compression, new SimpleRecord(0, key, value, headers.toArray()))
        .sizeInBytes();
  }
}
