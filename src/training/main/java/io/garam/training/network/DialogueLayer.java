package io.garam.training.network;

import io.garam.training.batching.SequenceLayout;
import io.garam.training.export.DialogueWeights;
import io.garam.training.network.layer.LinearLayer;
import io.garam.training.network.layer.Parameters;
import io.garam.training.network.layer.RecurrentLayer;
import io.garam.training.network.layer.RecurrentRun;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The dialogue step in libtorch. What was read of an utterance, f, becomes its vector {@code v =
 * tanh(A f + a)}; with the speaker's row s of a table, {@code x = v + s} goes into a recurrent
 * cell, whose state carries what was said before. An answer comes from the cell's output and x
 * together.
 */
final class DialogueLayer implements AutoCloseable {

  private final DialogueShape shape;
  private final LinearLayer vectors;
  private final Tensor speakers;
  private final RecurrentLayer layer;

  private final CarriedState carried;

  /**
   * @param features numbers that are read of an utterance
   */
  DialogueLayer(DialogueShape shape, int features, Parameters parameters) {
    this.shape = shape;
    this.vectors = LinearLayer.of(features, shape.vector(), parameters);
    this.speakers =
        parameters.uniform(1 / Math.sqrt(features), shape.speakerRows(), shape.vector());
    this.carried = new CarriedState(shape.hidden(), shape.cell().states());
    this.layer = new RecurrentLayer(shape.cell(), shape.vector(), shape.hidden(), parameters);
  }

  /** Returns the numbers that an answer comes from. */
  int outputs() {
    return shape.hidden() + shape.vector();
  }

  /**
   * Returns x of each utterance, {@code [utterances, vector]}.
   *
   * @param features what was read, {@code [utterances, features]}
   * @param rows of the table of speakers
   */
  Tensor inputs(Tensor features, int[] rows) {
    return vectors.forward(features).tanh().add(speakers.index_select(0, Tensor.create(rows)));
  }

  /**
   * Goes on from the states of the call before, or from zeros where a dialogue begins.
   *
   * @param inputs x of each utterance
   * @return {@code [utterances, hidden + vector]}
   */
  Tensor forward(Tensor inputs, SequenceLayout places, boolean learning) {
    int[] grid = new int[places.sequences() * places.time()];
    Arrays.fill(grid, places.positions().length);
    for (int i = 0; i < places.positions().length; i++) {
      grid[places.positions()[i]] = i;
    }
    Tensor padded =
        torch
            .cat(new TensorVector(inputs, torch.zeros(1, shape.vector())), 0)
            .index_select(0, Tensor.create(grid))
            .view(places.sequences(), places.time(), shape.vector());
    RecurrentRun run = layer.run(padded, carried.start(places), learning);
    carried.keep(run.ends());
    Tensor states =
        run.states()
            .contiguous()
            .view(-1, shape.hidden())
            .index_select(0, Tensor.create(places.positions()));
    return torch.cat(new TensorVector(states, inputs), 1);
  }

  DialogueWeights weights() {
    return new DialogueWeights(
        shape.cell(),
        shape.vector(),
        shape.hidden(),
        Parameters.values(vectors.weight()),
        Parameters.values(vectors.bias()),
        Parameters.values(speakers),
        layer.weights());
  }

  @Override
  public void close() {
    layer.close();
  }
}
