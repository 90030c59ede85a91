package io.garam.streams.memory;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Bounded identifiers of dialogues and utterances: long ones are digests. A record's key can be as
 * large as a record; an entry of the store must never be too large for the changelog, which would
 * stop the stream at the same record for ever.
 */
public final class Identifiers {

  static final int LONGEST_KEY = 256;
  private static final long FNV_OFFSET_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Identifiers() {}

  /**
   * Returns the store's key of a dialogue: the record's own, or of a long one the SHA-256.
   *
   * @param key the record's, null where it belongs to no dialogue
   */
  public static @Nullable Bytes dialogue(byte @Nullable [] key) {
    return key == null ? null : Bytes.wrap(key.length <= LONGEST_KEY ? key : sha256(key));
  }

  /**
   * Returns 64 bits that stand for an utterance's id among the last few of its dialogue: the hash
   * FNV-1a of Fowler, Noll and Vo over the id's UTF-16 units. A cryptographic one took a twentieth
   * of the time of tagging.
   */
  public static @Nullable Long utterance(@Nullable String id) {
    if (id == null) {
      return null;
    }
    long hash = FNV_OFFSET_BASIS;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
