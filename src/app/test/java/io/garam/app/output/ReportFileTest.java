package io.garam.app.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportFileTest {

  @TempDir private Path folder;

  @Test
  void aFileInAFolderThatExistsMayBeAndIsNotMadeYet() {
    ReportFile.check("--report", folder.resolve("report.html"));

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anOlderReportMayBeReplacedAndIsThereUntilThen() throws IOException {
    Path report = Files.writeString(folder.resolve("report.html"), "old");
    ReportFile.check("--report", report);

    assertThat(report).hasContent("old");
  }

  @Test
  void aFolderTakesAName() {
    assertThatThrownBy(() -> ReportFile.check("--report", folder))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected --report to name a file, but "
                + folder
                + " is a folder; add a name such as report.html to it.");
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> ReportFile.check("--report", folder.resolve("reports/report.html")))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected --report to name a file in a folder that exists, but found no folder "
                + folder.resolve("reports")
                + "; create it, or name another file.");
  }

  @Test
  void whatIsWrittenIsSaid() throws IOException {
    Path report = Files.writeString(folder.resolve("report.html"), "old");
    StringWriter err = new StringWriter();

    ReportFile.write("picture", "<svg/>", report, new PrintWriter(err));

    assertThat(report).hasContent("<svg/>");
    assertThat(err).hasToString("Picture written to " + report + System.lineSeparator());
  }

  @Test
  void aFileThatCannotBeWrittenIsAnErrorThatSaysSo() {
    assertThatThrownBy(
            () ->
                ReportFile.write(
                    "report",
                    "",
                    folder.resolve("missing/report.html"),
                    new PrintWriter(new StringWriter())))
        .isInstanceOf(GaramException.class)
        .hasMessageContainingAll("Expected to write the report to", "a folder that exists");
  }
}
