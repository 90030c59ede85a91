package io.garam.training.corpus;

import io.garam.nlu.GaramException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Turns a corpus's bytes into text, and says what they look like where they are not UTF-8. */
final class CorpusText {

  private static final int HEAD = 1_000;

  private CorpusText() {}

  /**
   * Returns the text, without a byte order mark.
   *
   * @throws GaramException if the bytes are not UTF-8; the message names the line
   */
  static String of(Path file, byte[] bytes) {
    if (looksLikeUtf16(bytes)) {
      throw new GaramException(
          "Expected UTF-8 in the corpus "
              + file
              + ", but it looks like UTF-16; convert it, for example with iconv -f UTF-16 -t"
              + " UTF-8, or save it as \"CSV UTF-8\".");
    }
    CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = strict.decode(in, out, true);
    if (result.isError()) {
      throw new GaramException(
          "Expected UTF-8 in the corpus "
              + file
              + ", but line "
              + lineOf(bytes, in.position())
              + " holds other bytes; convert the file, for example with iconv -f CP949 -t UTF-8"
              + " where it is Korean from an older program.");
    }
    String content = out.flip().toString();
    return content.startsWith("\uFEFF") ? content.substring(1) : content;
  }

  /** By its byte order mark or, since ASCII in UTF-16 has a zero in every character, by those. */
  private static boolean looksLikeUtf16(byte[] bytes) {
    int head = Math.min(bytes.length, HEAD);
    int zeros = 0;
    for (int i = 0; i < head; i++) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF) || zeros > head / 10;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static int lineOf(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      boolean windows = i > 0 && bytes[i - 1] == '\r';
      if (bytes[i] == '\r' || (bytes[i] == '\n' && !windows)) {
        line++;
      }
    }
    return line;
  }
}
