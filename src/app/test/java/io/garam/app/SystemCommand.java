package io.garam.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** Program of this system, such as {@code kill} and {@code mount}, run to its end. */
public final class SystemCommand {

  private SystemCommand() {}

  /**
   * Runs a program.
   *
   * @throws IOException if it is not there or fails, with what it said
   */
  public static void run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(String.join(" ", command) + " did not succeed: " + said);
    }
  }

  /** Freezes a process where it stands. */
  public static void freeze(long process) throws IOException {
    run("kill", "-STOP", Long.toString(process));
  }

  /** Lets a frozen process go on. */
  public static void thaw(long process) throws IOException {
    run("kill", "-CONT", Long.toString(process));
  }
}
