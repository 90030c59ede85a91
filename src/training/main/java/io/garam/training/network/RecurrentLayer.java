package io.garam.training.network;

import io.garam.training.export.Cell;
import io.garam.training.export.DirectionWeights;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * One recurrent layer in one direction, in libtorch. Both directions are two of these, the second
 * on mirrored utterances: so padding always comes last, and no state has passed through it.
 */
final class RecurrentLayer implements AutoCloseable {

  private final Cell cell;
  private final int hidden;
  private final Tensor input;
  private final Tensor recurrent;
  private final Tensor inputBias;
  private final Tensor recurrentBias;
  private final TensorVector weights;

  RecurrentLayer(NetworkShape shape, Parameters parameters) {
    this.cell = shape.cell();
    this.hidden = shape.hidden();
    long gateRows = (long) cell.gates() * hidden;
    double bound = 1 / Math.sqrt(hidden);
    this.input = parameters.uniform(bound, gateRows, shape.embedding());
    this.recurrent = parameters.uniform(bound, gateRows, hidden);
    this.inputBias = parameters.uniform(bound, gateRows);
    this.recurrentBias = parameters.uniform(bound, gateRows);
    this.weights = new TensorVector(input, recurrent, inputBias, recurrentBias);
  }

  /** Runs {@code [batch, time, embedding]} to all states {@code [batch, time, hidden]}. */
  Tensor states(Tensor tokens, boolean learning) {
    Tensor start = torch.zeros(1, tokens.size(0), hidden);
    return switch (cell) {
      case GRU -> torch.gru(tokens, start, weights, true, 1, 0, learning, false, true).get0();
      case GRU_RESET_BEFORE ->
          new ResetBeforeGru(input, recurrent, inputBias, recurrentBias).states(tokens);
      case LSTM -> {
        TensorVector starts = new TensorVector(start, start);
        yield torch.lstm(tokens, starts, weights, true, 1, 0, learning, false, true).get0();
      }
      case RNN -> torch.rnn_tanh(tokens, start, weights, true, 1, 0, learning, false, true).get0();
    };
  }

  DirectionWeights weights() {
    return new DirectionWeights(
        Parameters.values(input),
        Parameters.values(recurrent),
        Parameters.values(inputBias),
        Parameters.values(recurrentBias));
  }

  @Override
  public void close() {
    weights.close();
  }
}
