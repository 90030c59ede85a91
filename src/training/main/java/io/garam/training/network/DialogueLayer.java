package io.garam.training.network;

import io.garam.training.batching.SequenceLayout;
import io.garam.training.export.DialogueWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
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
  private final Tensor weight;
  private final Tensor bias;
  private final Tensor speakers;
  private final RecurrentLayer layer;

  /** The carried state of each sequence, {@code [sequences, hidden]} for each part of the state. */
  private List<float[]> carried = List.of();

  /**
   * @param features numbers that are read of an utterance
   */
  DialogueLayer(DialogueShape shape, int features, Parameters parameters) {
    this.shape = shape;
    double bound = 1 / Math.sqrt(features);
    this.weight = parameters.uniform(bound, shape.vector(), features);
    this.bias = parameters.uniform(bound, shape.vector());
    this.speakers = parameters.uniform(bound, shape.speakerRows(), shape.vector());
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
    Tensor vectors = torch.linear(features, weight, new TensorOptional(bias)).tanh();
    return vectors.add(speakers.index_select(0, Tensor.create(rows)));
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
    RecurrentLayer.Run run = layer.run(padded, start(places), learning);
    carried = run.ends().stream().map(Parameters::values).toList();
    Tensor states =
        run.states()
            .contiguous()
            .view(-1, shape.hidden())
            .index_select(0, Tensor.create(places.positions()));
    return torch.cat(new TensorVector(states, inputs), 1);
  }

  /**
   * A dialogue that has ended leaves a state behind that is never read: its sequence is reset next.
   */
  private List<Tensor> start(SequenceLayout places) {
    List<Tensor> start = new ArrayList<>();
    for (int part = 0; part < shape.cell().states(); part++) {
      float[] states = new float[places.sequences() * shape.hidden()];
      for (int sequence = 0; sequence < places.sequences(); sequence++) {
        if (!places.resets()[sequence]) {
          int from = sequence * shape.hidden();
          System.arraycopy(carried.get(part), from, states, from, shape.hidden());
        }
      }
      start.add(Tensor.create(states, places.sequences(), shape.hidden()));
    }
    return start;
  }

  DialogueWeights weights() {
    return new DialogueWeights(
        shape.cell(),
        shape.vector(),
        shape.hidden(),
        Parameters.values(weight),
        Parameters.values(bias),
        Parameters.values(speakers),
        layer.weights());
  }

  @Override
  public void close() {
    layer.close();
  }
}
