package io.garam.training.corpus.reader;

import io.garam.nlu.GaramException;
import io.garam.nlu.text.Utf8;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Turns a corpus's bytes into text as they are read, without a byte order mark, and refuses bytes
 * that are not UTF-8 with their line.
 */
final class CorpusText extends Reader {

  private static final int BUFFER = 1 << 14;

  private final CorpusBytes in;
  private final String name;
  private final CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
  private final LineCount lines = new LineCount();
  private boolean begun;
  private boolean ended;

  /**
   * @param name of the corpus, for messages
   */
  CorpusText(CorpusBytes in, String name) {
    this.in = in;
    this.name = name;
  }

  @Override
  public int read(char[] target, int offset, int length) {
    if (!chars.hasRemaining()) {
      decode();
      if (!begun && chars.hasRemaining()) {
        begun = true;
        chars.position(Utf8.isMarked(chars) ? 1 : 0);
        return read(target, offset, length);
      }
    }
    if (!chars.hasRemaining()) {
      return -1;
    }
    int read = Math.min(length, chars.remaining());
    chars.get(target, offset, read);
    return read;
  }

  /** Leaves no characters at the end alone. */
  private void decode() {
    chars.clear();
    while (chars.position() == 0) {
      CoderResult result = strict.decode(bytes, chars, ended);
      if (result.isError()) {
        lines.add(chars.flip());
        throw notUtf8();
      }
      if (chars.position() == 0 && !refill()) {
        break;
      }
    }
    lines.add(chars.flip());
  }

  /** Returns whether there is any sense in decoding again. */
  private boolean refill() {
    if (ended) {
      return false;
    }
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = read < 0;
    bytes.position(bytes.position() + Math.max(0, read));
    bytes.flip();
    return true;
  }

  private GaramException notUtf8() {
    return new GaramException(
        "Expected UTF-8 in the corpus "
            + name
            + ", but line "
            + lines.line()
            + " holds other bytes; convert the file, for example with iconv -f CP949 -t UTF-8"
            + " where it is Korean from an older program.");
  }

  /** The bytes are closed by whoever opened them, when all are read: parsers close at their end. */
  @Override
  public void close() {}
}
