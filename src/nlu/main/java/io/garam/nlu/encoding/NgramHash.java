package io.garam.nlu.encoding;

/**
 * Chooses the table row of an n-gram by hashing, so that no list of n-grams has to be kept. The
 * hash is 32-bit FNV-1a over code points (Fowler, Noll and Vo; offset basis 2166136261, prime
 * 16777619) with the final avalanche of MurmurHash3, since FNV's low bits alone are poor for short
 * inputs.
 */
final class NgramHash {

  /** The hash of nothing. */
  static final int START = 0x811c9dc5;

  private NgramHash() {}

  /** Returns the hash of what {@code hash} is of, and one more code point. */
  static int append(int hash, int codePoint) {
    return (hash ^ codePoint) * 0x01000193;
  }

  /** Returns the row of a hashed n-gram, 1 to {@code buckets}. */
  static int row(int hash, int buckets) {
    int h = hash;
    h ^= h >>> 16;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    h *= 0xc2b2ae35;
    h ^= h >>> 16;
    return 1 + Integer.remainderUnsigned(h, buckets);
  }
}
