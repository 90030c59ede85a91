package io.garam.training;

import io.garam.nlu.decision.Decision;
import io.garam.training.network.LogitSum;
import java.util.List;

/** Targets of a student: half the true label, half the mean prediction of its teachers. */
final class DistilledTargets {

  /** Softens the answers, which on what was learned are all but certain. */
  private static final double TEMPERATURE = 2;

  private static final float SHARE = 0.5f;
  private static final float[] NOTHING = {};

  private final EncodedCorpus trainingSet;
  private final int teachers;
  private final LogitSum sum;

  DistilledTargets(EncodedCorpus trainingSet, int teachers) {
    this.trainingSet = trainingSet;
    this.teachers = teachers;
    this.sum = new LogitSum(new float[trainingSet.size()][trainingSet.targets()[0].length]);
  }

  /** Adds the logits of a teacher, {@code [utterances, labels]}. */
  void add(float[][] logits) {
    sum.add(logits);
  }

  /**
   * Returns the targets when all teachers are added, {@code [utterances, labels]}. What is none of
   * the intents stays a matter of doubt.
   */
  float[][] mixed() {
    Decision softened = new Decision(List.of(), teachers * TEMPERATURE, 0);
    float[][] targets = trainingSet.targets().clone();
    for (int i = 0; i < targets.length; i++) {
      if (trainingSet.labels()[i] >= 0) {
        float[] mixed = softened.probabilities(sum.values()[i]);
        for (int label = 0; label < mixed.length; label++) {
          mixed[label] = SHARE * mixed[label] + (1 - SHARE) * targets[i][label];
        }
        targets[i] = mixed;
        sum.values()[i] = NOTHING;
      }
    }
    return targets;
  }
}
