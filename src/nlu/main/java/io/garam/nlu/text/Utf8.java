package io.garam.nlu.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.nlu.GaramException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Decoder of UTF-8 that users hand in as text: decoded whole or refused, without a byte order mark.
 */
public final class Utf8 {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Utf8() {}

  /**
   * Returns the text of bytes.
   *
   * @param source what they are of, such as "the settings file x.properties"
   * @throws GaramException if they are not UTF-8; the message names source, offset and line
   */
  public static String decode(byte[] bytes, String source) {
    int fault = firstFault(bytes, 0, bytes.length);
    if (fault >= 0) {
      throw new GaramException(
          "Expected UTF-8 in "
              + source
              + ", but found another byte at offset "
              + fault
              + ", in line "
              + line(bytes, fault)
              + "; "
              + remedy(Utf16.nameOf(bytes, bytes.length, 0)));
    }
    String english = Utf16.nameOfEnglish(bytes, bytes.length, 0);
    if (english != null) {
      throw new GaramException(
          "Expected UTF-8 in " + source + ", but every second byte is zero; " + remedy(english));
    }
    String text = new String(bytes, UTF_8);
    return isMarked(text) ? text.substring(1) : text;
  }

  /** Says whether a text begins with a byte order mark, which is none of it. */
  public static boolean isMarked(CharSequence text) {
    return text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK;
  }

  /** Returns the offset of the first byte that is of no character; -1 if all are. */
  static int firstFault(byte[] bytes, int offset, int length) {
    CharsetDecoder decoder = UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
    CharBuffer out = CharBuffer.allocate(1_024);
    while (true) {
      var result = decoder.decode(in, out, true);
      if (!result.isOverflow()) {
        return result.isError() ? in.position() : -1;
      }
      out.clear();
    }
  }

  /**
   * Returns what to do about bytes that are not UTF-8.
   *
   * @param utf16 what they are called where they look like UTF-16, else null
   */
  static String remedy(@Nullable String utf16) {
    return utf16 == null
        ? "convert it, for example with iconv -f CP949 -t UTF-8 where it is Korean from an older"
            + " program."
        : "it looks like UTF-16: " + Utf16.remedy(utf16) + ".";
  }

  private static int line(byte[] bytes, int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
