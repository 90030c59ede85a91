package io.garam.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.output.TaggingStatistics.Counts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DemoSummaryTest {

  private final DemoSummary summary = new DemoSummary();

  private List<String> printed() {
    StringWriter printed = new StringWriter();
    summary.print(
        new PrintWriter(printed),
        Duration.ofSeconds(2),
        new Counts(4, 0, 1, 0, 0, 3, 4, 2, 0, 0, 0));
    return printed.toString().lines().toList();
  }

  @Test
  void countsSpeedAndBatchesAreSummedUpAndTheCommonestIntentComesFirst() {
    summary.addTagged("hello", "greeting");
    summary.addTagged("yes", "affirm");
    summary.addTagged("sure", "affirm");
    summary.addTagged("right", "affirm");
    summary.addDeadLetter();

    assertThat(printed())
        .containsExactly(
            "",
            "4 utterances tagged in 2.0 s (2 a second), in 3 batches of up to 2; 1 dead letters.",
            "  affirm                   3  " + "█".repeat(30),
            "  greeting                 1  " + "█".repeat(10));
  }

  @Test
  void aTextWithSeveralIntentsIsShownWithEach() {
    summary.addTagged("yes", "affirm");
    summary.addTagged("yes", "backchannel");
    summary.addTagged("yes", "affirm");
    summary.addTagged("hello", "greeting");

    assertThat(printed())
        .endsWith(
            "",
            "The same words, by what was said before them:",
            "  \"yes\"  affirm 2, backchannel 1");
  }
}
