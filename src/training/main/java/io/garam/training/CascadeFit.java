package io.garam.training;

import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.metrics.OutOfScope;
import io.garam.nlu.Thresholds;
import io.garam.nlu.decision.Cascade;
import io.garam.nlu.decision.Decision;
import io.garam.training.packaging.DecisionFit;
import org.jspecify.annotations.Nullable;

/**
 * Fit of a cascade: calibrates the first stage by itself and the second on what reaches it, and
 * finds the least threshold from which on the cascade answers as well as both stages together.
 *
 * @param fit of decisions
 * @param lost the share of right answers that the cascade may lose
 * @param first logits of the first stage for the validation corpus, {@code [utterances, labels]}
 * @param both logits of both stages, likewise
 */
record CascadeFit(DecisionFit fit, double lost, float[][] first, float[][] both) {

  /**
   * How much of AUROC may be lost for as much of the right answers: utterances out of scope are
   * few, so that it is known less well.
   */
  private static final double LOST_OF_AUROC = 4;

  /** Thresholds that are tried, from the highest down: hundredths. */
  private static final int HIGHEST = 99;

  private static final int LOWEST = 40;

  /** Utterances of known labels that a calibration needs. */
  private static final int ENOUGH = 100;

  /**
   * What was found.
   *
   * @param decision of the whole model
   * @param logits of the validation corpus
   * @param answered utterances that the first stage answers
   */
  record Fitted(Cascade cascade, Decision decision, float[][] logits, int answered) {}

  /** Returns null where the first stage answers nothing without losing more. */
  @Nullable Fitted best() {
    Decision ofFirst = fit.calibrate(first, utterance -> true);
    Decision ofBoth = fit.calibrate(both, utterance -> true);
    Evaluation whole = evaluation(ofBoth, both);
    Fitted best = null;
    Double given = fit.outOfScope().threshold();
    int lowest = given == null ? LOWEST : Math.max(LOWEST, (int) Math.ceil(100 * given));
    for (int hundredths = HIGHEST; hundredths >= lowest; hundredths--) {
      Cascade cascade = new Cascade(ofFirst.temperature(), ofFirst.exponent(), hundredths / 100.0);
      Fitted next = fitted(cascade, ofBoth);
      if (isWorse(evaluation(next.decision(), next.logits()), whole)) {
        break;
      }
      best = next;
    }
    return best == null || best.answered() == 0 ? null : best;
  }

  private Fitted fitted(Cascade cascade, Decision ofBoth) {
    boolean[] doubtful = new boolean[first.length];
    int known = 0;
    for (int i = 0; i < first.length; i++) {
      doubtful[i] = cascade.answer(first[i], ofBoth) == null;
      known += doubtful[i] && isKnown(i) ? 1 : 0;
    }
    Decision decision = known < ENOUGH ? ofBoth : fit.calibrate(both, i -> doubtful[i]);
    float[][] logits = both.clone();
    int answered = 0;
    for (int i = 0; i < first.length; i++) {
      float[] answer = cascade.answer(first[i], decision);
      if (answer != null) {
        logits[i] = answer;
        answered++;
      }
    }
    return new Fitted(cascade, decision, logits, answered);
  }

  private boolean isKnown(int utterance) {
    return fit.labels().contains(fit.valid().utterances().get(utterance).label());
  }

  private Evaluation evaluation(Decision decision, float[][] logits) {
    return new LabelledPredictions(
            fit.valid(), decision, Thresholds.OF_MODEL, fit.outOfScope().unknownLabel())
        .evaluation(logits);
  }

  private boolean isWorse(Evaluation found, Evaluation whole) {
    // Of few utterances, one more wrong answer says nothing.
    if (accuracy(found) < accuracy(whole) - Math.max(lost, 1.0 / first.length)) {
      return true;
    }
    return whole.outOfScope().isPresent()
        && found.outOfScope().orElseThrow().auroc()
            < whole.outOfScope().get().auroc() - LOST_OF_AUROC * lost;
  }

  private static double accuracy(Evaluation evaluation) {
    return evaluation.outOfScope().map(OutOfScope::inScopeAccuracy).orElse(evaluation.accuracy());
  }
}
