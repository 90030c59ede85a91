package io.garam.training.network;

import io.garam.training.batching.Batch;
import io.garam.training.batching.SequenceLayout;
import io.garam.training.checkpoint.CheckpointVisitor;
import io.garam.training.embedding.EmbeddingRows;
import io.garam.training.embedding.EmbeddingTables;
import io.garam.training.embedding.QuantizedTables;
import io.garam.training.embedding.TokenIndex;
import io.garam.training.export.ViewWeights;
import io.garam.training.optimizer.LearningRates;
import io.garam.training.random.RandomStreams;
import io.garam.training.random.RandomStreams.Purpose;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One view's part of a {@link Learner}: the embedding tables and the recurrent network over them,
 * which learn together.
 */
final class ViewLearner implements AutoCloseable {

  /** Utterances of a minibatch that are padded to a common length. */
  private static final int PART = 64;

  private final EmbeddingTables tables;
  private final RecurrentNetwork network;
  private final TokenIndex tokenIndex;
  private final RandomStreams streams;
  private final int view;
  private final InputDropout dropout;

  /**
   * @param view its number among the random streams
   */
  ViewLearner(
      TokenIndex tokenIndex,
      NetworkShape shape,
      Regularization regularization,
      double deviation,
      RandomStreams streams,
      int view) {
    this.tokenIndex = tokenIndex;
    this.streams = streams;
    this.view = view;
    this.dropout = new InputDropout(regularization, streams.stream(Purpose.INPUTS, 1, view));
    this.tables =
        new EmbeddingTables(
            tokenIndex, shape.embedding(), deviation, streams.stream(Purpose.TABLES, view));
    this.network =
        new RecurrentNetwork(
            shape,
            regularization,
            streams.stream(Purpose.WEIGHTS, view),
            streams.seed(Purpose.DROPOUT, 1, view));
  }

  TokenIndex tokenIndex() {
    return tokenIndex;
  }

  /** Starts all random choices anew, so that an epoch's depend on nothing but its number. */
  void beginEpoch(int epoch) {
    dropout.begin(streams.stream(Purpose.INPUTS, epoch, view));
    network.reseed(streams.seed(Purpose.DROPOUT, epoch, view));
  }

  /**
   * Learns from one batch.
   *
   * @param utterances each with at least one token
   * @param places where in dialogues they are; null where each stands alone
   * @param targets the probabilities that the answers shall have, {@code [utterances, labels]}
   * @return the mean loss, in nats
   */
  double learn(
      List<int[]> utterances,
      @Nullable SequenceLayout places,
      float[] targets,
      LearningRates rates) {
    List<int[]> left = utterances.stream().map(dropout::words).toList();
    Batch batch = places == null ? Batch.of(left) : Batch.inParts(left, PART);
    List<EmbeddingRows> tokens =
        IntStream.of(batch.tokens())
            .mapToObj(id -> dropout.rows(tokenIndex.embeddingRows(id)))
            .toList();
    StepResult step = network.learn(batch, tables.vectors(tokens), places, targets, rates.dense());
    tables.learn(tokens, step.gradients(), rates.embedding());
    return step.loss();
  }

  /** Returns what gives logits with the weights as they are now. */
  ViewPredictor predictor() {
    return new ViewPredictor(tokenIndex, tables, network);
  }

  /** Returns a copy of all weights. */
  ViewSnapshot snapshot() {
    return new ViewSnapshot(tables.snapshot(), network.snapshot());
  }

  /** Goes back to the weights of an earlier moment. */
  void restore(ViewSnapshot snapshot) {
    tables.restore(snapshot.tables());
    network.restore(snapshot.network());
  }

  /** Exchanges all that the next epoch depends on. */
  void accept(CheckpointVisitor checkpoint) {
    tables.accept(checkpoint.part("tables"));
    network.accept(checkpoint.part("network"));
  }

  /** Rounds the tables to 8 bits, here too. */
  QuantizedTables round() {
    return tables.round();
  }

  /** Returns the dense weights for export. */
  ViewWeights weights() {
    return network.weights();
  }

  @Override
  public void close() {
    network.close();
  }
}
