package io.garam.app.output;

import io.garam.evaluation.report.html.HtmlReport;
import io.garam.nlu.GaramException;
import io.garam.nlu.io.FileFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Report file that a flag names, such as {@code --report}. */
public final class ReportFile {

  private ReportFile() {}

  /**
   * Checks, before any work, that a report may be written to a file.
   *
   * @param flag that names the file
   * @throws GaramException if it is a folder, or is to be in a folder that does not exist or cannot
   *     be written to
   */
  public static void check(String flag, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || folder == null) {
      throw new GaramException(
          "Expected "
              + flag
              + " to name a file, but "
              + file
              + " is a folder; add a name such as"
              + " report.html to it.");
    }
    if (!Files.isDirectory(folder)) {
      throw new GaramException(
          "Expected "
              + flag
              + " to name a file in a folder that exists, but found no folder "
              + folder
              + "; create it, or name another file.");
    }
    WritableFolder.require(flag, folder);
  }

  /**
   * Writes a report and says where.
   *
   * @throws GaramException if it cannot be written
   */
  public static void write(HtmlReport report, Path file, PrintWriter err) {
    write("report", report.toHtml(), file, err);
  }

  /**
   * Writes a file in place of an older one, and says where.
   *
   * @param what it is, a word
   * @throws GaramException if it cannot be written
   */
  public static void write(String what, String content, Path file, PrintWriter err) {
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new GaramException(
          "Expected to write the "
              + what
              + " to "
              + file
              + ", but that failed ("
              + FileFault.of(e)
              + "); name a file in a folder that exists and that you may write to.",
          e);
    }
    err.println(Character.toUpperCase(what.charAt(0)) + what.substring(1) + " written to " + file);
    err.flush();
  }
}
