package io.garam.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.evaluation.report.EpochFigures;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.CorpusReview;
import io.garam.training.corpus.CorpusStatistics;
import io.garam.training.corpus.LabelledUtterance;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EpochProgressTest {

  private final StringWriter printed = new StringWriter();

  private static CorpusReview review() {
    Corpus corpus =
        new Corpus(
            "c",
            null,
            List.of(
                new LabelledUtterance("a", "x", null, null),
                new LabelledUtterance("b", "y", null, null)));
    return new CorpusStatistics(corpus, corpus, List::of).review();
  }

  @Test
  void nothingIsAnnouncedBeforeTheTrainingIsAccepted() {
    try (EpochProgress progress =
        new EpochProgress("Training a GRU.", new PrintWriter(printed, true))) {
      progress.trialStarted("Fold 1");
      assertThat(printed.toString()).isEmpty();
      progress.reviewed(review());
    }
    assertThat(printed.toString().lines()).startsWith("Training a GRU.", "Fold 1:");
  }

  @Test
  void whatMakesAnEpochTheBestIsSeenAndWhyTrainingStopsEarly() {
    try (EpochProgress progress = new EpochProgress("T", new PrintWriter(printed, true))) {
      progress.reviewed(review());
      printed.getBuffer().setLength(0);
      progress.epochStarted(1, 9, 1);
      progress.epochEnded(new EpochFigures(1, 1, 0.9, true, 1));
      progress.epochEnded(new EpochFigures(2, 1, 0.900012, true, 1));
      progress.epochEnded(new EpochFigures(3, 1, 0.8, false, 1));
      progress.epochEnded(new EpochFigures(4, 1, 0.900012, true, 1));
      progress.stoppedEarly(2);
    }
    assertThat(printed.toString().lines())
        .containsExactly(
            "Epoch 1 of 9: loss 1.0000, validation accuracy 0.9000 (best), 1.0 s",
            "Epoch 2 of 9: loss 1.0000, validation accuracy 0.90001 (best), 1.0 s",
            "Epoch 3 of 9: loss 1.0000, validation accuracy 0.8000, 1.0 s",
            "Epoch 4 of 9: loss 1.0000, validation accuracy 0.9000 (as good as epoch 2, and the"
                + " later is kept), 1.0 s",
            "Stopped early: no better for 2 epochs; epoch 4 is kept.");
  }
}
