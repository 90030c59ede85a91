package io.garam.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.evaluation.report.EpochFigures;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.io.Json;
import io.garam.training.study.Trial;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TrainReportTest {

  private static TrainReport report(Double withContext, Double withoutContext) {
    return new TrainReport(
        new ModelReference("mine", "2", "0123456789abcdef"),
        "models/it's mine",
        7,
        12_345,
        1_371,
        0.91234,
        withContext,
        withoutContext,
        0.85,
        0.0123,
        1.5,
        1,
        3.4e-6,
        12.345,
        0.67,
        0.9,
        2_345_678,
        61.4,
        Map.of("hidden", "64"),
        List.of(new Trial("Fold 1 of 2", 10, 5, 0.5, 0.25)),
        List.of(),
        null,
        "방 하나요",
        List.of(new EpochFigures(1, 0.5, 0.75, true, 2.5)));
  }

  @Test
  void theSummaryHasTheFiguresAndACommandThatAShellTakes() {
    assertThat(TrainSummary.of(report(null, null)))
        .isEqualTo(
            """
            Model      mine 2 (0123456789abcdef), 7 labels, 2.3 MB
            Learned    12,345 utterances in 61 s
            Validation accuracy 0.9123, macro-F1 0.8500, calibration error 0.0123 on 1,371\
             utterances
            Export     logits within 3e-06 of libtorch's
            Cost       12.3 µs of processor time to tag an utterance, on one thread of this machine
            Cascade    the words answer 90 % of the utterances; the others, whose most probable\
             label has less than 0.67, are read by their characters too
            Written to models/it's mine

            Try it:     garam tag --model 'models/it'\\''s mine' '방 하나요'
            """);
  }

  @Test
  void whetherContextIsKeptIsSaidWithWhatTheOtherModelReached() {
    assertThat(TrainSummary.of(report(null, 0.9)))
        .contains("1,371 utterances\nContext    kept: accuracy without it 0.9000\nExport");
    assertThat(TrainSummary.of(report(0.9, null)))
        .contains("1,371 utterances\nContext    not kept: accuracy with it 0.9000\nExport");
  }

  @Test
  void jsonHasTheFiguresNotRoundedAndNullForWhatWasNotTried() {
    JsonNode json = Json.MAPPER.valueToTree(report(null, 0.9));

    assertThat(json.at("/accuracy").asDouble()).isEqualTo(0.91234);
    assertThat(json.at("/accuracyWithContext").isNull()).isTrue();
    assertThat(json.at("/accuracyWithoutContext").asDouble()).isEqualTo(0.9);
    assertThat(json.at("/model/digest").asText()).isEqualTo("0123456789abcdef");
    assertThat(json.at("/settings/hidden").asText()).isEqualTo("64");
    assertThat(json.at("/folds/0/name").asText()).isEqualTo("Fold 1 of 2");
    assertThat(json.at("/learningCurve").isEmpty()).isTrue();
    assertThat(json.at("/epochs/0/best").asBoolean()).isTrue();
    assertThat(json.at("/taggingMicros").asDouble()).isEqualTo(12.345);
    assertThat(json.size()).isEqualTo(24);
  }
}
