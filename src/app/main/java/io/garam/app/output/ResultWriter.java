package io.garam.app.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Writes results in UTF-8, whatever the locale. A {@link PrintWriter} keeps its failures to itself;
 * one around this writer throws {@link WriteFailure} from the print that failed.
 */
public final class ResultWriter extends Writer {

  private final Writer out;

  private ResultWriter(OutputStream out) {
    this.out = new OutputStreamWriter(out, UTF_8);
  }

  /** Returns a writer of results, which flushes at the end of each line. */
  public static PrintWriter to(OutputStream out) {
    return new PrintWriter(new ResultWriter(out), true);
  }

  @Override
  public void write(char[] text, int offset, int length) {
    try {
      out.write(text, offset, length);
    } catch (IOException e) {
      throw new WriteFailure(e);
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new WriteFailure(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new WriteFailure(e);
    }
  }
}
