package io.garam.streams.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.streams.memory.Identifiers;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Share of all keys, the same in each tagger and after each start. A larger share of the same salt
 * has all keys of a smaller one. It is independent of the partition that a key goes to.
 *
 * @param salt by which different trials get different keys
 * @param percent of all keys, 0 to 100
 */
record KeyShare(String salt, double percent) {

  /**
   * Says whether it has a key.
   *
   * @param key as {@link Identifiers#dialogue} bounds it
   */
  boolean has(byte[] key) {
    return has(ByteBuffer.wrap(key));
  }

  /** Says whether it has a record: by its key, and without one by its position. */
  boolean has(byte @Nullable [] key, int partition, long offset) {
    Bytes dialogue = Identifiers.dialogue(key);
    if (dialogue != null) {
      return has(dialogue.get());
    }
    return has(
        ByteBuffer.allocate(Integer.BYTES + Long.BYTES).putInt(partition).putLong(offset).flip());
  }

  private boolean has(ByteBuffer key) {
    CRC32C checksum = new CRC32C();
    checksum.update(salt.getBytes(UTF_8));
    checksum.update(key);
    return mixed((int) checksum.getValue()) < percent / 100 * (1L << Integer.SIZE);
  }

  /**
   * Returns what is spread over 0 to 2^32, whatever keys have in common: the finalizer of
   * MurmurHash3 (Austin Appleby, public domain).
   */
  private static long mixed(int checksum) {
    int hash = checksum;
    hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
    return Integer.toUnsignedLong(hash ^ (hash >>> 16));
  }
}
