package io.garam.app.replay.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.evaluation.LabelDistribution;
import io.garam.evaluation.report.ReportContent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Thresholds;
import io.garam.streams.replay.ReplayPlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReplayOutcomeTest {

  @Test
  void eachReasonOfDeadLettersHasALineOfItsOwn() {
    ReplayPlan plan =
        new ReplayPlan(
            "utterances",
            List.of(new ReplayPlan.Stretch(0, 0, 9)),
            null,
            null,
            List.of(new ModelReference("m", "1", "0123456789abcdef")),
            null,
            false,
            0,
            "0.6, alarm=0.8");
    ReplayCounts counts =
        new ReplayCounts(
            9,
            0,
            0,
            9,
            List.of(
                new ReplayCounts.Reason("no-text", "Expected the text at /text.", 7),
                new ReplayCounts.Reason(null, "Expected better.", 2)),
            0,
            Map.of(),
            null,
            null);
    ReportContent none =
        ReportContent.of(
            new LabelDistribution.Builder().build(), Thresholds.parse("0.6,alarm=0.8"));

    assertThat(new ReplayOutcome(plan, counts, none).text().lines())
        .containsSubsequence(
            "dead letters                9",
            "  no-text                   7: Expected the text at /text.",
            "  without a code            2: Expected better.");
  }
}
