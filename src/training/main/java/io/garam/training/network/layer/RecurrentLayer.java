package io.garam.training.network.layer;

import io.garam.training.export.Cell;
import io.garam.training.export.DirectionWeights;
import java.util.Collections;
import java.util.List;
import org.bytedeco.pytorch.T_TensorTensorTensor_T;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Recurrent layer in one direction, in libtorch. Both directions are two of these, the second on
 * mirrored utterances: so padding always comes last, and no state has passed through it.
 */
public final class RecurrentLayer implements AutoCloseable {

  private final Cell cell;
  private final int hidden;
  private final Tensor input;
  private final Tensor recurrent;
  private final Tensor inputBias;
  private final Tensor recurrentBias;
  private final TensorVector weights;

  /**
   * @param inputs numbers in a vector that goes in
   */
  public RecurrentLayer(Cell cell, int inputs, int hidden, Parameters parameters) {
    this.cell = cell;
    this.hidden = hidden;
    long gateRows = (long) cell.gates() * hidden;
    double bound = 1 / Math.sqrt(hidden);
    this.input = parameters.uniform(bound, gateRows, inputs);
    this.recurrent = parameters.uniform(bound, gateRows, hidden);
    this.inputBias = parameters.uniform(bound, gateRows);
    this.recurrentBias = parameters.uniform(bound, gateRows);
    this.weights = new TensorVector(input, recurrent, inputBias, recurrentBias);
  }

  /** Runs {@code [batch, time, inputs]}, from states of zeros, to all hidden states. */
  public Tensor states(Tensor tokens, boolean learning) {
    Tensor zeros = torch.zeros(tokens.size(0), hidden);
    return run(tokens, Collections.nCopies(cell.states(), zeros), learning).states();
  }

  /**
   * Runs {@code [batch, time, inputs]}.
   *
   * @param start where it begins, as {@link RecurrentRun#ends}
   */
  public RecurrentRun run(Tensor tokens, List<Tensor> start, boolean learning) {
    Tensor hiddenStart = start.get(0).unsqueeze(0);
    return switch (cell) {
      case GRU -> run(torch.gru(tokens, hiddenStart, weights, true, 1, 0, learning, false, true));
      case GRU_RESET_BEFORE -> {
        Tensor states =
            new ResetBeforeGru(input, recurrent, inputBias, recurrentBias)
                .states(tokens, start.get(0));
        yield new RecurrentRun(states, List.of(states.select(1, tokens.size(1) - 1)));
      }
      case LSTM -> {
        TensorVector starts = new TensorVector(hiddenStart, start.get(1).unsqueeze(0));
        T_TensorTensorTensor_T run =
            torch.lstm(tokens, starts, weights, true, 1, 0, learning, false, true);
        yield new RecurrentRun(run.get0(), List.of(run.get1().squeeze(0), run.get2().squeeze(0)));
      }
      case RNN ->
          run(torch.rnn_tanh(tokens, hiddenStart, weights, true, 1, 0, learning, false, true));
    };
  }

  private static RecurrentRun run(T_TensorTensor_T run) {
    return new RecurrentRun(run.get0(), List.of(run.get1().squeeze(0)));
  }

  /** Returns the weights for export. */
  public DirectionWeights weights() {
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
