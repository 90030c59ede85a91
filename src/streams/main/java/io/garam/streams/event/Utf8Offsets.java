package io.garam.streams.event;

/**
 * Offsets in a text's UTF-8. They are counted from its end, since an intent mostly goes before the
 * last brace of an event.
 *
 * @param text without half surrogate pairs
 * @param bytes how many it has in UTF-8
 */
record Utf8Offsets(String text, int bytes) {

  private static final int ONE_BYTE = 0x80;
  private static final int TWO_BYTES = 0x800;

  /** Returns how many bytes lie before a place between two characters, given in UTF-16 units. */
  int of(int index) {
    if (bytes == text.length()) {
      return index;
    }
    int after = 0;
    for (int i = text.length() - 1; i >= index; i--) {
      char unit = text.charAt(i);
      // Four bytes for the two units of a pair.
      after += unit < ONE_BYTE ? 1 : unit < TWO_BYTES || Character.isSurrogate(unit) ? 2 : 3;
    }
    return bytes - after;
  }
}
