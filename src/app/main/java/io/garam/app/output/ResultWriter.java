package io.garam.app.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writer of results: writes them in UTF-8, whatever the locale. A {@link PrintWriter} keeps its
 * failures to itself; one around this writer throws {@link WriteFailure} from the print that
 * failed.
 */
public final class ResultWriter extends Writer {

  private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

  private final Writer out;
  private final boolean pipe;

  private ResultWriter(OutputStream out, boolean pipe) {
    this.out = new OutputStreamWriter(out, UTF_8);
    this.pipe = pipe;
  }

  /** Returns the writer of the process's results, which flushes at the end of each line. */
  public static PrintWriter standardOutput() {
    return new PrintWriter(
        new ResultWriter(new FileOutputStream(FileDescriptor.out), isPipe()), true);
  }

  /** Returns a writer of results to anything else. */
  static PrintWriter to(OutputStream out) {
    return new PrintWriter(new ResultWriter(out, false), true);
  }

  private static boolean isPipe() {
    try {
      String target = Files.readSymbolicLink(STANDARD_OUTPUT).toString();
      return target.startsWith("pipe:") || target.startsWith("socket:");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  @Override
  public void write(char[] text, int offset, int length) {
    try {
      out.write(text, offset, length);
    } catch (IOException e) {
      throw new WriteFailure(e, pipe);
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new WriteFailure(e, pipe);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new WriteFailure(e, pipe);
    }
  }
}
