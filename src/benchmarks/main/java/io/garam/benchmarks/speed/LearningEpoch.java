package io.garam.benchmarks.speed;

import io.garam.training.embedding.EncodedText;
import io.garam.training.network.Learner;
import io.garam.training.optimizer.LearningRates;
import java.util.List;

/**
 * Epoch of learning in Garam, on the minibatches that the other program has too.
 *
 * @param rates of every step
 */
record LearningEpoch(EpochBatches epoch, LearningRates rates) {

  /** Learns from each minibatch once. */
  EpochResult run(Learner learner) {
    int utterances = 0;
    double loss = 0;
    long start = System.nanoTime();
    for (EpochBatches.Batch batch : epoch.batches()) {
      List<EncodedText> texts =
          batch.utterances().stream().map(ids -> new EncodedText(List.of(ids))).toList();
      loss += texts.size() * learner.learn(texts, null, targets(batch), rates);
      utterances += texts.size();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new EpochResult(utterances / seconds, loss / utterances);
  }

  /** Returns targets {@code [batch, labels]}: 1 for the label of each utterance. */
  private float[] targets(EpochBatches.Batch batch) {
    float[] targets = new float[batch.labels().length * epoch.labels()];
    for (int row = 0; row < batch.labels().length; row++) {
      targets[row * epoch.labels() + (int) batch.labels()[row]] = 1;
    }
    return targets;
  }
}
