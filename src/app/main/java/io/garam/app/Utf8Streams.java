package io.garam.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/** Standard streams in UTF-8: utterances are of any language, whatever the machine's locale. */
final class Utf8Streams {

  private Utf8Streams() {}

  /** Replaces the process's standard output and standard error stream. */
  static void install() {
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, UTF_8);
  }
}
