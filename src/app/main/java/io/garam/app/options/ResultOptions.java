package io.garam.app.options;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.garam.nlu.io.Json;
import io.garam.nlu.text.Printable;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The flag that says how a command's one result is printed: as text, or as JSON for programs. */
public final class ResultOptions {

  @Option(
      names = "--json",
      description = "Print one JSON object, figures not rounded, instead of text.")
  private boolean json;

  /** Says whether the result is printed as JSON. */
  public boolean isJson() {
    return json;
  }

  /**
   * Prints a result to the standard output, on one line as JSON, or else as text with control
   * characters escaped.
   *
   * @param fields what the JSON object is made of
   */
  public void print(CommandSpec command, Object fields, String text) {
    PrintWriter out = command.commandLine().getOut();
    if (json) {
      out.println(oneLine(fields));
    } else {
      out.print(Printable.lines(text));
    }
    out.flush();
  }

  /** Prints a line of a text that comes bit by bit; nothing where JSON is wanted. */
  public void printLine(CommandSpec command, String line) {
    if (!json) {
      PrintWriter out = command.commandLine().getOut();
      out.print(Printable.lines(line));
      out.flush();
    }
  }

  private static String oneLine(Object fields) {
    try {
      return Json.MAPPER.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result always has a JSON form", e);
    }
  }
}
