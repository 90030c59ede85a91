package io.garam.nlu.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.nlu.text.Utf8Lines.Line;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decoder of the lines of a stream, which counts them and says of each why it is no text. */
final class LineDecoder {

  private static final char REPLACEMENT = '\uFFFD';

  private final int longest;
  private long number;

  /**
   * @param longest how many bytes a line may have
   */
  LineDecoder(int longest) {
    this.longest = longest;
  }

  /**
   * Decodes the next line.
   *
   * @param bytes without the line feed
   * @param start the offset of the first in the stream
   * @param around what the bytes around the line are called where they look like UTF-16, else null
   */
  Line decode(byte[] bytes, long start, Supplier<@Nullable String> around) {
    number++;
    int length = bytes.length;
    if (length > 0 && bytes[length - 1] == '\r') {
      length--;
    }
    if (length > longest) {
      return new Line(
          number,
          new String(bytes, 0, longest, UTF_8),
          "Expected a line of at most " + longest + " bytes, but it is longer; break it up.");
    }
    String text = new String(bytes, 0, length, UTF_8);
    String fault = fault(text, bytes, length, start, around);
    boolean marked = number == 1 && fault == null && Utf8.isMarked(text);
    return new Line(number, marked ? text.substring(1) : text, fault);
  }

  private static @Nullable String fault(
      String text, byte[] bytes, int length, long start, Supplier<@Nullable String> around) {
    // A byte of no character becomes this one, so the dear look is for lines that have it.
    int fault = text.indexOf(REPLACEMENT) < 0 ? -1 : Utf8.firstFault(bytes, 0, length);
    if (fault >= 0) {
      String utf16 = Utf16.nameOf(bytes, length, start);
      // A line in UTF-16 may have no zero byte itself; those around it have.
      return "Expected UTF-8, but found another byte at offset "
          + (start + fault)
          + " of the input; "
          + Utf8.remedy(utf16 == null ? around.get() : utf16);
    }
    String english = text.indexOf('\0') < 0 ? null : Utf16.nameOfEnglish(bytes, length, start);
    return english == null
        ? null
        : "Expected UTF-8, but every second byte from offset "
            + start
            + " of the input on is zero; "
            + Utf8.remedy(english);
  }
}
