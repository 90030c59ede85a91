package io.garam.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.decision.Decision;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.packaging.DecisionFit;
import io.garam.training.settings.OutOfScopeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CascadeFitTest {

  private static final int UTTERANCES = 3_000;
  private static final List<String> LABELS = List.of("a", "b", "c");
  private static final double LOST = 0.0005;

  private final Random random = new Random(7);
  private final int[] gold = random.ints(UTTERANCES, 0, LABELS.size()).toArray();

  private DecisionFit fit(@Nullable String unknownLabel) {
    List<LabelledUtterance> utterances = new ArrayList<>();
    for (int i = 0; i < UTTERANCES; i++) {
      utterances.add(
          new LabelledUtterance(
              "text " + i,
              isOutOfScope(i, unknownLabel) ? unknownLabel : LABELS.get(gold[i]),
              null,
              null));
    }
    return new DecisionFit(
        new Corpus("valid.tsv", null, utterances),
        LABELS,
        new OutOfScopeSettings(unknownLabel, null));
  }

  private static boolean isOutOfScope(int utterance, @Nullable String unknownLabel) {
    return unknownLabel != null && utterance % 10 == 9;
  }

  /** Every fourth utterance is hard: as far above the others as a logit is at random. */
  private float[][] logits(double margin, double marginOfHard) {
    float[][] logits = new float[UTTERANCES][];
    for (int i = 0; i < UTTERANCES; i++) {
      float[] row = new float[LABELS.size()];
      for (int label = 0; label < row.length; label++) {
        row[label] = (float) random.nextGaussian();
      }
      row[gold[i]] += (float) (i % 4 == 0 ? marginOfHard : margin);
      logits[i] = row;
    }
    return logits;
  }

  private static double accuracy(float[][] logits, int[] gold) {
    int right = 0;
    for (int i = 0; i < gold.length; i++) {
      right += Decision.mostProbable(logits[i]) == gold[i] ? 1 : 0;
    }
    return (double) right / gold.length;
  }

  @Test
  void aFirstStageThatKnowsWhatItKnowsAnswersWhatIsEasy() {
    float[][] first = logits(8, 0.2);
    float[][] both = logits(8, 3);
    CascadeFit.Fitted fitted =
        Objects.requireNonNull(new CascadeFit(fit(null), LOST, first, both).best());

    assertThat(accuracy(fitted.logits(), gold))
        .isGreaterThanOrEqualTo(accuracy(both, gold) - LOST)
        .isGreaterThan(accuracy(first, gold) + 0.05);
    long answered = 0;
    for (int i = 0; i < UTTERANCES; i++) {
      answered += fitted.logits()[i] == both[i] ? 0 : 1;
    }
    assertThat(answered).isBetween(UTTERANCES / 2L, UTTERANCES * 9L / 10);
  }

  @Test
  void moreThatMayBeLostLetsMoreStand() {
    float[][] first = logits(3, 1);
    float[][] both = logits(4, 3);
    double little =
        Objects.requireNonNull(new CascadeFit(fit(null), LOST, first, both).best())
            .cascade()
            .threshold();
    double more =
        Objects.requireNonNull(new CascadeFit(fit(null), 0.02, first, both).best())
            .cascade()
            .threshold();

    assertThat(more).isLessThan(little);
  }

  @Test
  void aFirstStageThatIsSureAndWrongIsNotAsked() {
    float[][] first = logits(20, 0);
    for (int i = 0; i < UTTERANCES; i += 4) {
      first[i][(gold[i] + 1) % LABELS.size()] += 20;
    }
    float[][] both = logits(8, 8);

    assertThat(new CascadeFit(fit(null), LOST, first, both).best()).isNull();
  }

  @Test
  void whatIsOutOfScopeIsToldAsWellAsBefore() {
    float[][] first = logits(8, 8);
    float[][] both = first.clone();
    for (int i = 0; i < UTTERANCES; i++) {
      if (isOutOfScope(i, "oos")) {
        both[i] = new float[] {0.1f, 0, 0};
      }
    }

    assertThat(new CascadeFit(fit("oos"), LOST, first, both).best()).isNull();
    assertThat(new CascadeFit(fit(null), LOST, first, first).best()).isNotNull();
  }
}
