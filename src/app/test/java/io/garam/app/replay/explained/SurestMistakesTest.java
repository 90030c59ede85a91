package io.garam.app.replay.explained;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.evaluation.Prediction;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.ReportContent;
import io.garam.streams.event.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class SurestMistakesTest {

  private static AnswerPlace place(int offset) {
    return AnswerPlace.of(new SourcePosition(new TopicPartition("t", 0), offset), null);
  }

  @Test
  void thePlacesAreThoseOfTheMistakesThatAReportShows() {
    SurestMistakes mistakes = new SurestMistakes();
    List<Prediction> all = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      String answer = random.nextInt(10) == 0 ? "unknown" : "a";
      // Many are as sure as others: the first of them are shown.
      double confidence = random.nextInt(50) / 50.0;
      all.add(new Prediction("t" + i, random.nextBoolean() ? "a" : "b", answer, "a", confidence));
      mistakes.add(all.get(i), place(i));
    }
    List<Prediction> shown = ReportContent.shownMistakes(Evaluation.of(all));

    assertThat(shown).hasSize(25);
    assertThat(mistakes.places()).hasSize(25);
    for (Prediction mistake : shown) {
      assertThat(mistakes.places().get(mistake)).isEqualTo(place(all.indexOf(mistake)));
    }
  }
}
