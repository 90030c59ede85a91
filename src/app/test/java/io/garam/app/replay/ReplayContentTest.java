package io.garam.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.evaluation.comparison.Comparison;
import io.garam.evaluation.report.ComparedModels;
import io.garam.evaluation.report.Latencies;
import io.garam.evaluation.report.ReportContent;
import io.garam.nlu.Thresholds;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.streams.output.TaggingStatistics.Waits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReplayContentTest {

  private static final ModelSpec INTENTION = spec("korean-intention");
  private static final ModelSpec ACTS = spec("korean-dialogue-act");
  private static final Comparison NOTHING = new Comparison.Builder().build();

  private static ModelSpec spec(String model) {
    return ModelBundle.read(Path.of("../../models", model)).spec();
  }

  private static ComparedModels changes(ModelSpec model, ModelSpec against) {
    ReplayContent content = new ReplayContent(List.of(model, against), Thresholds.OF_MODEL);
    content.changes(NOTHING, null);
    return content.build().comparison();
  }

  @Test
  void theModelIsHeldAgainstTheOtherByName() {
    assertThat(changes(INTENTION, ACTS))
        .isEqualTo(new ComparedModels("korean-dialogue-act", "korean-intention", NOTHING, null));
  }

  @Test
  void modelsOfOneNameAreToldApartByTheirDigests() {
    String named = "korean-intention " + INTENTION.reference().digest().substring(0, 6);

    assertThat(changes(INTENTION, INTENTION))
        .isEqualTo(new ComparedModels(named, named, NOTHING, null));
  }

  @Test
  void whatWasTaggedLiveIsTheFirstAndIsNotScored() {
    ReplayContent content = new ReplayContent(List.of(ACTS), Thresholds.OF_MODEL);
    content.agreement(NOTHING);

    assertThat(content.build().live())
        .isEqualTo(new ComparedModels("live tagging", "korean-dialogue-act", NOTHING, null));
    assertThat(content.build().comparison()).isNull();
  }

  @Test
  void waitsAreReportedWhereTheyWereMeasured() {
    ReplayContent content = new ReplayContent(List.of(ACTS), Thresholds.OF_MODEL);
    content.waits(new Waits(0, 0, 0, 0, 0));
    assertThat(content.build().latencies()).isNull();

    content.waits(new Waits(7, 1.5, 2.5, 3.5, 4.5));

    Latencies latencies = content.build().latencies();
    assertThat(latencies).isEqualTo(new Latencies(latencies.meaning(), 7, 1.5, 2.5, 3.5, 4.5));
  }

  @Test
  void withoutGoldLabelsTheLabelsGivenAreShownInPlaceOfScores() {
    ReplayContent content = new ReplayContent(List.of(ACTS), Thresholds.OF_MODEL);
    content.scoring(new Scoring(ACTS, Map.of(), GoldLabels.at(JsonPointer.compile("/label"))));

    ReportContent report = content.build();

    assertThat(report.evaluation()).isNull();
    assertThat(report.labelDistribution().count()).isZero();
    assertThat(report.timeline().bins()).isEmpty();
    assertThat(report.thresholds().general()).isEqualTo(ACTS.decision().threshold());
  }
}
