package io.garam.nlu.text;

import org.jspecify.annotations.Nullable;

/** Detection of UTF-16 where UTF-8 is expected, as Windows programs write it. */
public final class Utf16 {

  /** Spaces, digits, marks and line ends have a zero byte in text of any language. */
  private static final int CHARACTERS_WITH_A_ZERO = 16;

  /** In the letters of English every second byte is one. */
  private static final int BYTES_WITH_A_ZERO = 4;

  private Utf16() {}

  /**
   * Returns what iconv calls the encoding of bytes that are not UTF-8; null where they do not look
   * like UTF-16. What tells is a byte order mark at the beginning of all or, without one, zero
   * bytes that are at even places alone, or at odd ones.
   *
   * @param start the place of the first byte
   */
  public static @Nullable String nameOf(byte[] bytes, int length, long start) {
    if (start == 0 && isMarked(bytes, length)) {
      return "UTF-16";
    }
    int even = zeros(bytes, length, (int) (start % 2));
    int odd = zeros(bytes, length, 1 - (int) (start % 2));
    boolean many = (even + odd) * 2L * CHARACTERS_WITH_A_ZERO >= length;
    boolean apart = Math.min(even, odd) * 10L <= Math.max(even, odd);
    return even + odd > 0 && many && apart ? (odd > even ? "UTF-16LE" : "UTF-16BE") : null;
  }

  /**
   * Returns the same of bytes that are UTF-8 too, as letters of English are in UTF-16: then a zero
   * byte alone says nothing yet.
   */
  static @Nullable String nameOfEnglish(byte[] bytes, int length, long start) {
    int zeros = zeros(bytes, length, 0) + zeros(bytes, length, 1);
    return length >= BYTES_WITH_A_ZERO && zeros * BYTES_WITH_A_ZERO >= length
        ? nameOf(bytes, length, start)
        : null;
  }

  /** Returns what to do about it. */
  public static String remedy(String name) {
    return "convert it, for example with iconv -f " + name + " -t UTF-8";
  }

  /** Says whether bytes begin with the byte order mark of UTF-16. */
  static boolean isMarked(byte[] bytes, int length) {
    int mark = length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
    return mark == 0xFFFE || mark == 0xFEFF;
  }

  private static int zeros(byte[] bytes, int length, int first) {
    int zeros = 0;
    for (int i = first; i < length; i += 2) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return zeros;
  }
}
