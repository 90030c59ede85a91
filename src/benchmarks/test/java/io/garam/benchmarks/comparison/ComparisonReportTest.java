package io.garam.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.benchmarks.Median;
import io.garam.benchmarks.load.EventTopic;
import io.garam.benchmarks.load.Texts;
import io.garam.benchmarks.pipeline.ComparedPipeline;
import io.garam.benchmarks.pipeline.PipelineKind;
import io.garam.benchmarks.processor.ThreadKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ComparisonReportTest {

  private static final EventTopic TOPIC =
      new EventTopic("events", new Texts("a file", List.of("네")), 1_000, true);

  private final List<ComparedPipeline> pipelines =
      List.of(
          new ComparedPipeline("JSON copied", PipelineKind.JSON, null, TOPIC),
          new ComparedPipeline("Garam, <model>", PipelineKind.GARAM, Path.of("model"), TOPIC));

  private final List<RoundResult> results =
      List.of(
          result("JSON copied", 1, 1_000, true),
          result("Garam, <model>", 1, 500, true),
          result("JSON copied", 2, 4_000, true),
          result("Garam, <model>", 2, 1_000, false),
          result("JSON copied", 3, 3_000, true),
          result("Garam, <model>", 3, 1_200, true));

  private final Map<String, Medians> medians = Medians.byPipeline(results);

  private static RoundResult result(String pipeline, int round, double rate, boolean quiet) {
    return new RoundResult(
        pipeline,
        "a file",
        round,
        1,
        1_000,
        rate,
        rate / 2,
        1.5,
        Map.of(ThreadKind.WORK, 20.0, ThreadKind.JIT, 5.0),
        40,
        12.25,
        quiet ? 0 : 0.5,
        quiet);
  }

  @Test
  void theMedianOfAnEvenNumberIsBetweenTheMiddleTwo() {
    assertThat(Median.of(List.of(9.0, 1.0, 4.0))).isEqualTo(4);
    assertThat(Median.of(List.of(9.0, 1.0, 4.0, 6.0))).isEqualTo(5);
  }

  @Test
  void ratiosAreMediansOfRoundsBesideEachOtherNotOfMedians() {
    assertThat(medians.get("Garam, <model>").times(medians.get("JSON copied")))
        .as("0.5, 0.25 and 0.4")
        .isEqualTo(0.4);
  }

  @Test
  void theTableHasTheRatesTheRatiosAndWhatWasNoisy() {
    List<String> lines =
        new ComparisonTable(pipelines, medians)
            .rates()
            .lines()
            .map(ComparisonReportTest::cells)
            .toList();

    assertThat(lines)
        .contains(
            "|pipeline|warm events/s|least to most|whole|first after|noisy rounds|/ JSON copied|",
            "|JSON copied|3,000|1,000 to 4,000|1,500|1.5 s|0 of 3|1.00|",
            "|Garam, <model>|1,000|500 to 1,200|500|1.5 s|1 of 3|0.40|");
  }

  @Test
  void processorTimeIsCutByKindOfThread() {
    List<String> lines =
        new ComparisonTable(pipelines, medians)
            .processorTime()
            .lines()
            .map(ComparisonReportTest::cells)
            .toList();

    assertThat(lines.get(0))
        .isEqualTo(
            "|µs of processor time an event|warm|work|clients|JIT|collector|other|with the start"
                + "|broker|cores for others|");
    assertThat(lines).contains("|JSON copied|25.0|20.0|0.0|5.0|0.0|0.0|40.0|12.3|0.00|");
  }

  @Test
  void thePictureHasABarForEachPartAndNoMarkupFromNames() {
    String svg = new ComparisonPicture(pipelines, medians).toSvg();

    assertThat(svg).startsWith("<svg ").contains("Garam, &lt;model&gt;").doesNotContain("<model>");
    // 37.25 µs take 400 units, so 12.25 take 131.54.
    assertThat(svg).contains("width=\"131.54\"").contains(">37<").contains(">1,000<");
  }

  private static String cells(String line) {
    return line.replaceAll(" *\\| *", "|");
  }
}
