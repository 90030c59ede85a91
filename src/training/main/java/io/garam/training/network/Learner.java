package io.garam.training.network;

import io.garam.nlu.encoding.UtteranceEncoder;
import io.garam.training.batching.DialogueSequences;
import io.garam.training.batching.Minibatch;
import io.garam.training.batching.MinibatchOrder;
import io.garam.training.batching.SequenceLayout;
import io.garam.training.checkpoint.CheckpointVisitor;
import io.garam.training.embedding.EncodedText;
import io.garam.training.export.NetworkWeights;
import io.garam.training.optimizer.LearningRates;
import io.garam.training.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Learner, a classifier that learns: a network over words, one over characters, or both, as the
 * encoder reads. Each view learns on its own, and the logits are their mean: the two err on
 * different utterances, so that together they err on fewer. Equal seeds and corpora give equal
 * weights on equal machines. Not safe for many threads.
 */
public final class Learner implements AutoCloseable {

  private final LearnerViews kinds;
  private final List<ViewLearner> views;
  private final MinibatchOrder order;
  private final @Nullable ExecutorService viewExecutor;

  /**
   * Makes an untrained classifier; {@link Libtorch#load} comes first.
   *
   * @param encoder that the tagger will use
   * @param shape of the networks
   * @param deviation the standard deviation of the tables' first, random numbers
   * @param threads 2 or more let the views learn at the same time, with the same outcome
   */
  public Learner(
      UtteranceEncoder encoder,
      NetworkShape shape,
      Regularization regularization,
      double deviation,
      long seed,
      int threads) {
    RandomStreams streams = new RandomStreams(seed);
    this.kinds = LearnerViews.of(encoder, shape, regularization, deviation, streams);
    this.views = kinds.all();
    this.order = new MinibatchOrder(streams);
    this.viewExecutor = threads > 1 ? Executors.newSingleThreadExecutor() : null;
  }

  /** Returns a text in the form that all methods here expect. */
  public EncodedText read(String text) {
    return new EncodedText(views.stream().map(view -> view.tokenIndex().ids(text)).toList());
  }

  /** Starts all random choices anew, so that an epoch's depend on nothing but seed and number. */
  public void beginEpoch(int epoch) {
    order.beginEpoch(epoch);
    views.forEach(view -> view.beginEpoch(epoch));
  }

  /**
   * Returns what is learned from together in an epoch.
   *
   * @param dialogues the utterances' dialogues; null where each stands alone
   * @param size utterances of a batch, about that many where there are dialogues
   */
  public List<Minibatch> shuffled(
      List<EncodedText> utterances, @Nullable DialogueSequences dialogues, int size) {
    int[] lengths = utterances.stream().mapToInt(EncodedText::length).toArray();
    return order.minibatches(lengths, dialogues, size);
  }

  /**
   * Learns from one batch.
   *
   * @param utterances each with at least one token
   * @param places where in dialogues they are, the batch before this one being the last of {@link
   *     #shuffled}'s before it; null where each stands alone
   * @param targets the probabilities that the answers shall have, {@code [utterances, labels]}: 1
   *     for the true label where it is known for certain
   * @return the mean loss, in nats, also over the views
   */
  public double learn(
      List<EncodedText> utterances,
      @Nullable SequenceLayout places,
      float[] targets,
      LearningRates rates) {
    List<CompletableFuture<Double>> losses = new ArrayList<>();
    for (int view = views.size() - 1; view >= 0; view--) {
      ViewLearner learner = views.get(view);
      List<int[]> read = ids(utterances, view);
      Executor executor = view == 0 || viewExecutor == null ? Runnable::run : viewExecutor;
      losses.add(
          CompletableFuture.supplyAsync(
              () -> learner.learn(read, places, targets, rates), executor));
    }
    return losses.stream().mapToDouble(CompletableFuture::join).sum() / views.size();
  }

  /**
   * Returns logits {@code [utterances, labels]}, in the order given.
   *
   * @param dialogues the utterances' dialogues; null where each stands alone
   */
  public float[][] logits(List<EncodedText> utterances, @Nullable DialogueSequences dialogues) {
    LogitSum sum = new LogitSum(logits(0, utterances, dialogues));
    for (int view = 1; view < views.size(); view++) {
      sum.add(logits(view, utterances, dialogues));
    }
    return sum.mean(views.size());
  }

  private float[][] logits(
      int view, List<EncodedText> utterances, @Nullable DialogueSequences dialogues) {
    List<int[]> read = ids(utterances, view);
    return dialogues == null
        ? views.get(view).predictor().logits(read)
        : views.get(view).predictor().logits(read, dialogues);
  }

  private static List<int[]> ids(List<EncodedText> utterances, int view) {
    return utterances.stream().map(utterance -> utterance.views().get(view)).toList();
  }

  /** Returns a copy of all weights. */
  public LearnerSnapshot snapshot() {
    return new LearnerSnapshot(views.stream().map(ViewLearner::snapshot).toList());
  }

  /** Goes back to the weights of an earlier moment. */
  public void restore(LearnerSnapshot snapshot) {
    for (int view = 0; view < views.size(); view++) {
      views.get(view).restore(snapshot.views().get(view));
    }
  }

  /** Exchanges all that the next epoch depends on with a checkpoint's. */
  public void accept(CheckpointVisitor checkpoint) {
    for (int view = 0; view < views.size(); view++) {
      views.get(view).accept(checkpoint.part("view" + view));
    }
  }

  /**
   * Ends the training: rounds the tables to 8 bits, here too, and returns all weights for export.
   * From here on {@link #logits} are those that the exported graph has to reproduce.
   */
  public NetworkWeights finish() {
    return kinds.finish();
  }

  @Override
  public void close() {
    if (viewExecutor != null) {
      viewExecutor.shutdown();
    }
    views.forEach(ViewLearner::close);
  }
}
