package io.garam.web.page;

import java.util.Arrays;

/**
 * Beginning of bytes, as much of them as a page is sent.
 *
 * @param beginning which parts no character of UTF-8
 * @param more how many bytes follow that are not in it
 */
record ShownBytes(byte[] beginning, int more) {

  private static final int LONGEST_CHARACTER = 4;

  /**
   * Returns the beginning of bytes.
   *
   * @param bytes all of them, or more than the first {@code most}
   * @param size how many there are in all
   * @param most how many are shown
   */
  static ShownBytes of(byte[] bytes, int size, int most) {
    if (size <= most) {
      return new ShownBytes(bytes, 0);
    }
    int end = most;
    while (end > most - LONGEST_CHARACTER && (bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new ShownBytes(Arrays.copyOf(bytes, end), size - end);
  }
}
