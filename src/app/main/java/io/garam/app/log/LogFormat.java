package io.garam.app.log;

import io.garam.nlu.text.Printable;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Format of what goes to standard error: plain lines, or with {@code GARAM_LOG_FORMAT=json} one
 * JSON object a line, for whatever collects them. {@code logback.xml} has the appender of each.
 */
public enum LogFormat {
  PLAIN,
  JSON;

  /** The logger of what a command says, which docs/operations.md names. */
  public static final String COMMAND = "io.garam.command";

  private static final String VARIABLE = "GARAM_LOG_FORMAT";
  private static final int LONGEST = 40;

  /** Returns what is wrong with what the environment asks for, a sentence; null if nothing. */
  public static @Nullable String fault(Map<String, String> environment) {
    String asked = environment.getOrDefault(VARIABLE, "plain");
    return asked.isEmpty() || asked.equals("plain") || asked.equals("json")
        ? null
        : "Expected "
            + VARIABLE
            + " to be plain or json, but found "
            + Printable.beginning(asked, LONGEST)
            + "; set one of these, or leave it unset for plain.";
  }

  /** Returns the format that the environment asks for. */
  public static LogFormat of(Map<String, String> environment) {
    return "json".equals(environment.get(VARIABLE)) ? JSON : PLAIN;
  }

  /** Returns a writer for what a command says; in JSON its lines are events of the log. */
  public PrintWriter commandWriter(PrintStream standardError) {
    return this == PLAIN
        ? new PrintWriter(standardError, true, StandardCharsets.UTF_8)
        : new LogWriter(LoggerFactory.getLogger(COMMAND));
  }
}
