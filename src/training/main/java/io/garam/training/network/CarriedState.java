package io.garam.training.network;

import io.garam.training.batching.SequenceLayout;
import io.garam.training.network.layer.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** State that sequences of utterances carry from one minibatch to the next. */
final class CarriedState {

  private final int hidden;
  private final int parts;

  /** The state of each sequence, {@code [sequences, hidden]} for each part of the state. */
  private List<float[]> carried = List.of();

  /**
   * @param hidden units of the recurrent cell
   * @param parts of its state, 2 where it has a cell state
   */
  CarriedState(int hidden, int parts) {
    this.hidden = hidden;
    this.parts = parts;
  }

  /** Keeps where sequences end, each part {@code [sequences, hidden]}. */
  void keep(List<Tensor> ends) {
    carried = ends.stream().map(Parameters::values).toList();
  }

  /**
   * Returns where sequences begin: where they ended, or with zeros where a dialogue begins. A
   * dialogue that has ended leaves a state behind that is never read: its sequence is reset next.
   */
  List<Tensor> start(SequenceLayout places) {
    List<Tensor> start = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      float[] states = new float[places.sequences() * hidden];
      for (int sequence = 0; sequence < places.sequences(); sequence++) {
        if (!places.resets()[sequence]) {
          int from = sequence * hidden;
          System.arraycopy(carried.get(part), from, states, from, hidden);
        }
      }
      start.add(Tensor.create(states, places.sequences(), hidden));
    }
    return start;
  }
}
