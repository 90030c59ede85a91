package io.garam.training;

import io.garam.nlu.Decision;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.network.Learner;
import io.garam.training.network.TextIds;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A corpus as a network learns it.
 *
 * @param utterances as the learner reads them
 * @param labels each as the index of its label, -1 for one that is none of the intents
 * @param targets {@code [utterances, labels]}: the probabilities that the answers shall have
 */
record EncodedCorpus(List<TextIds> utterances, int[] labels, float[][] targets) {

  /**
   * Encodes a corpus with certain targets: 1 for the true label. An utterance with none of the
   * intents is as likely to be each of them (Lee et al. 2018, "Training confidence-calibrated
   * classifiers for detecting out-of-distribution samples"), so that the model learns to doubt.
   */
  static EncodedCorpus of(Corpus corpus, Learner learner, List<String> labels) {
    int[] indexes =
        corpus.utterances().stream()
            .map(LabelledUtterance::label)
            .mapToInt(labels::indexOf)
            .toArray();
    float[][] certain = new float[labels.size()][labels.size()];
    for (int label = 0; label < certain.length; label++) {
      certain[label][label] = 1;
    }
    float[] doubt = new float[labels.size()];
    Arrays.fill(doubt, 1f / labels.size());
    return new EncodedCorpus(
        corpus.texts().stream().map(learner::read).toList(),
        indexes,
        Arrays.stream(indexes)
            .mapToObj(label -> label < 0 ? doubt : certain[label])
            .toArray(float[][]::new));
  }

  EncodedCorpus withTargets(float[][] others) {
    return new EncodedCorpus(utterances, labels, others);
  }

  int size() {
    return labels.length;
  }

  List<TextIds> utterances(List<Integer> indexes) {
    return indexes.stream().map(utterances::get).toList();
  }

  /** Returns the targets of a batch one after another, {@code [batch, labels]}. */
  float[] targets(List<Integer> indexes) {
    int columns = targets[0].length;
    float[] batch = new float[indexes.size() * columns];
    for (int row = 0; row < indexes.size(); row++) {
      System.arraycopy(targets[indexes.get(row)], 0, batch, row * columns, columns);
    }
    return batch;
  }

  /** Returns which share of the utterances has its greatest logit at the true label. */
  double accuracy(float[][] logits) {
    long correct =
        IntStream.range(0, labels.length)
            .filter(i -> Decision.mostProbable(logits[i]) == labels[i])
            .count();
    return (double) correct / labels.length;
  }
}
