package io.garam.evaluation.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.EpochFigures;
import io.garam.evaluation.report.Fact;
import io.garam.evaluation.report.SampleAnswers;
import io.garam.evaluation.report.SampleMeasurement;
import io.garam.nlu.Thresholds;
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
    HtmlReport page =
        HtmlReport.ofTraining(
            "상담 1",
            List.of(new Fact("model", "<b>상담</b> 1")),
            Evaluation.of(SampleAnswers.of(7, 500)),
            Thresholds.parse("0.4"),
            List.of(
                new EpochFigures(1, 1.9, 0.71, true, 2), new EpochFigures(2, 0.8, 0.83, true, 2)));
    Files.writeString(report, page.toHtml());

    Output output = dump(browser.get(), report);

    assertThat(output.page())
        .contains("<h2>Figures</h2>", "<h2>Training</h2>", "<h2>Surest mistakes</h2>")
        .contains("&lt;b&gt;상담&lt;/b&gt; 1")
        .contains("<polyline", "<circle", "</html>");
    assertThat(output.log()).doesNotContain("CONSOLE", "net::ERR");
  }

  @Test
  void everySectionFitsTheScreenAndThePage() throws Exception {
    Optional<Path> browser = browser();
    assumeTrue(
        browser.isPresent(),
        "SKIPPED: the report was measured in no browser, since none of " + NAMES + " is installed");
    String html = HtmlReport.of("상담 2", "", List.of(), SampleMeasurement.whole()).toHtml();
    Path screen = Files.writeString(folder.resolve("screen.html"), measuring(html));
    Path page =
        Files.writeString(
            folder.resolve("page.html"),
            measuring(html.replace("@media print", "@media all").replace("<body>", A4)));

    for (Path file : List.of(screen, page)) {
      assertThat(dump(browser.get(), file).page())
          .as(file.getFileName().toString())
          .contains("<h2>Compared with 상담 1</h2>", "<h2>Intents over time</h2>")
          .contains("<h2>Latency</h2>", "<h2>Labels given</h2>")
          .contains("measured 6 charts, too small: 0, beyond an edge: []");
    }
  }

  /** A4 paper less the margins of the style sheet, in the CSS pixels of 96 to an inch. */
  private static final String A4 = "<body style=\"width:688px\">";

  /** Adds what measures the page to it: a report has no script of its own. */
  private static String measuring(String html) {
    return html.replace(
        "</body>",
        """
        <p id="measured"></p>
        <script>
          const charts = [...document.querySelectorAll("svg")];
          const small = charts.filter(c => c.getBoundingClientRect().width < 250
              || c.getBoundingClientRect().height < 150);
          const right = document.body.getBoundingClientRect().right + 1;
          const beyond = [...document.querySelectorAll("section *")]
              .filter(e => e.getBoundingClientRect().right > right
                  || e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display != "inline"
                      && !(e instanceof SVGElement));
          const written = charts.flatMap(c => [...c.querySelectorAll("text")].filter(t =>
              t.getBoundingClientRect().right > c.getBoundingClientRect().right
              || t.getBoundingClientRect().left < c.getBoundingClientRect().left));
          document.getElementById("measured").textContent = "measured " + charts.length
              + " charts, too small: " + small.length + ", beyond an edge: ["
              + [...beyond, ...written].map(e => e.outerHTML.slice(0, 120)) + "]";
        </script>
        </body>
        """);
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
