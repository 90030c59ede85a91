package io.garam.app.output;

import io.garam.nlu.text.Printable;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The notes of a command: lines on the standard error stream, beside its results on the standard
 * output.
 */
public record Notes(PrintWriter err) {

  public static Notes of(CommandSpec command) {
    return new Notes(command.commandLine().getErr());
  }

  /** Prints a line or several, with control characters escaped, and flushes them. */
  public void say(String line) {
    err.print(Printable.lines(line));
    err.flush();
  }

  /** Prints a warning, a sentence, likewise. */
  public void warn(String sentence) {
    say("Warning: " + sentence);
  }
}
