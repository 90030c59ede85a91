package io.garam.app.run;

import picocli.CommandLine;

/** Runs the command in a process of its own, for tests that end it from outside. */
final class RunMain {

  private RunMain() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new RunCommand()).execute(args));
  }
}
