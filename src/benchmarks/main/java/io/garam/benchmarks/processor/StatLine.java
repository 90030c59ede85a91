package io.garam.benchmarks.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Line of {@code /proc/PID/stat}, for a process or a thread.
 *
 * @param name of the thread, at most 15 bytes
 * @param seconds of processor time so far, by user and system
 */
record StatLine(String name, double seconds) {

  /** Hertz of the times in it, which Linux has fixed for programs. */
  static final double TICKS = 100;

  private static final int USER_TIME = 11;

  /** Reads a file. */
  static StatLine read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  /** Parses a line; a name may hold spaces and brackets. */
  static StatLine parse(String line) {
    int end = line.lastIndexOf(')');
    String[] fields = line.substring(end + 2).split(" ", -1);
    long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]);
    return new StatLine(line.substring(line.indexOf('(') + 1, end), ticks / TICKS);
  }
}
