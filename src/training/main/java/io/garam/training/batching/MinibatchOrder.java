package io.garam.training.batching;

import io.garam.training.random.RandomStreams;
import io.garam.training.random.RandomStreams.Purpose;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Order of the minibatches: which utterances learn together in an epoch, and when. */
public final class MinibatchOrder {

  private final RandomStreams streams;
  private Random order;

  /** Makes the order of the first epoch. */
  public MinibatchOrder(RandomStreams streams) {
    this.streams = streams;
    this.order = streams.stream(Purpose.ORDER, 1);
  }

  /** Starts the random choices anew, so that an epoch's depend on nothing but seed and number. */
  public void beginEpoch(int epoch) {
    order = streams.stream(Purpose.ORDER, epoch);
  }

  /**
   * Returns what is learned from together in an epoch.
   *
   * @param lengths tokens of each utterance
   * @param dialogues the utterances' dialogues; null where each stands alone
   * @param size utterances of a batch, about that many where there are dialogues
   */
  public List<Minibatch> minibatches(
      int[] lengths, @Nullable DialogueSequences dialogues, int size) {
    if (dialogues != null) {
      return dialogues.minibatches(size, order);
    }
    return BatchOrder.shuffled(lengths, size, order).stream()
        .map(batch -> new Minibatch(batch, null))
        .toList();
  }
}
