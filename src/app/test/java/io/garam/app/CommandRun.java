package io.garam.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/**
 * A command line executed to its end, with what it printed.
 *
 * @param exitCode the process's exit code
 * @param out standard output
 * @param err standard error
 */
public record CommandRun(int exitCode, String out, String err) {

  /** Executes arguments as {@code garam} would where the environment is empty. */
  public static CommandRun of(String... arguments) {
    return in(Map.of(), arguments);
  }

  /** Executes arguments as {@code garam} would in an environment. */
  public static CommandRun in(Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine garam = Garam.commandLine(environment, arguments);
    garam.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return new CommandRun(garam.execute(arguments), out.toString(), err.toString());
  }

  /** Returns the lines of standard output. */
  public List<String> lines() {
    return out.lines().toList();
  }
}
