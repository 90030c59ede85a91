package io.garam.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.garam.evaluation.Evaluation;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Opens a report in headless Chromium, where there is one. */
class HtmlReportInABrowserTest {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  /** A browser that is being ended may still write to its profile. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void aBrowserShowsEverySectionAndAsksForNothingElse() throws Exception {
    Optional<Path> browser = browser();
    assumeTrue(
        browser.isPresent(),
        "SKIPPED: the report was opened in no browser, since none of " + NAMES + " is installed");
    Path report = folder.resolve("보고서.html");
    HtmlReport.ofTraining(
            "상담 1",
            List.of(new Fact("model", "<b>상담</b> 1")),
            Evaluation.of(SampleAnswers.of(7, 500)),
            0.4,
            List.of(new Epoch(1, 1.9, 0.71), new Epoch(2, 0.8, 0.83)))
        .write(report);

    Output output = dump(browser.get(), report);

    assertThat(output.page())
        .contains("<h2>Figures</h2>", "<h2>Training</h2>", "<h2>Surest mistakes</h2>")
        .contains("&lt;b&gt;상담&lt;/b&gt; 1")
        .contains("<polyline", "<circle", "</html>");
    assertThat(output.log()).doesNotContain("CONSOLE", "net::ERR");
  }

  private record Output(String page, String log) {}

  private Output dump(Path browser, Path report) throws IOException, InterruptedException {
    File page = folder.resolve("page").toFile();
    File log = folder.resolve("log").toFile();
    Process process =
        new ProcessBuilder(
                browser.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                report.toUri().toString())
            .redirectOutput(page)
            .redirectError(log)
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("Chromium ended in time").isTrue();
      assertThat(process.exitValue()).as(() -> contentOf(log)).isZero();
      return new Output(contentOf(page), contentOf(log));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }

  private static String contentOf(File file) {
    return org.assertj.core.api.Assertions.contentOf(file);
  }

  private static Optional<Path> browser() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
