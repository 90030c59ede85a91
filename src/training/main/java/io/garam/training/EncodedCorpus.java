package io.garam.training;

import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.network.Learner;
import io.garam.training.network.TextIds;
import java.util.List;

/**
 * A corpus as a network reads it.
 *
 * @param utterances as the learner reads them
 * @param labels each as the index of its label, -1 for one that is not known
 */
record EncodedCorpus(List<TextIds> utterances, int[] labels) {

  static EncodedCorpus of(Corpus corpus, Learner learner, List<String> labels) {
    return new EncodedCorpus(
        corpus.texts().stream().map(learner::read).toList(),
        corpus.utterances().stream()
            .map(LabelledUtterance::label)
            .mapToInt(labels::indexOf)
            .toArray());
  }

  List<TextIds> utterances(List<Integer> indexes) {
    return indexes.stream().map(utterances::get).toList();
  }

  long[] labels(List<Integer> indexes) {
    return indexes.stream().mapToLong(i -> labels[i]).toArray();
  }

  /** Returns which share of the utterances has its greatest logit at the true label. */
  double accuracy(float[][] logits) {
    int correct = 0;
    for (int i = 0; i < labels.length; i++) {
      int best = 0;
      for (int label = 1; label < logits[i].length; label++) {
        best = logits[i][label] > logits[i][best] ? label : best;
      }
      correct += best == labels[i] ? 1 : 0;
    }
    return (double) correct / labels.length;
  }
}
