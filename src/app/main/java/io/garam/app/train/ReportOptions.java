package io.garam.app.train;

import io.garam.app.output.ReportFile;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.training.TrainingResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flag that says where the training report is written. */
final class ReportOptions {

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description =
          "Where to write the training report, for a browser or paper. Default: "
              + ModelBundle.REPORT
              + " in --out.")
  private @Nullable Path report;

  /**
   * Checks, before any work, that a report can be written there.
   *
   * @throws io.garam.nlu.GaramException if it cannot
   */
  void check() {
    if (report != null) {
      ReportFile.check("--report", report);
    }
  }

  /**
   * Writes the report and says where.
   *
   * @param bundle that was written
   * @param command that led to it
   */
  void write(TrainingResult result, ModelBundle bundle, String command, PrintWriter err) {
    ReportFile.write(
        result.report(bundle.spec(), command),
        report == null ? bundle.folder().resolve(ModelBundle.REPORT) : report,
        err);
  }
}
