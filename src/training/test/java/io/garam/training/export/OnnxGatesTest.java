package io.garam.training.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class OnnxGatesTest {

  @Test
  void aGrusResetAndUpdateGatesChangePlaces() {
    // Libtorch has reset, update, new; ONNX update, reset, hidden.
    float[] libtorch = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

    assertThat(new OnnxGates(Cell.GRU, 2).of(2, List.of(libtorch)))
        .containsExactly(5, 6, 7, 8, 1, 2, 3, 4, 9, 10, 11, 12);
  }

  @Test
  void anLstmsOutputGateComesSecond() {
    // Libtorch has input, forget, cell, output; ONNX input, output, forget, cell.
    assertThat(new OnnxGates(Cell.LSTM, 1).of(1, List.of(new float[] {1, 2, 3, 4})))
        .containsExactly(1, 4, 2, 3);
  }

  @Test
  void matricesStandOneAfterAnother() {
    assertThat(
            new OnnxGates(Cell.RNN, 2)
                .of(1, List.of(new float[] {1, 2}, new float[] {3, 4}, new float[] {5, 6})))
        .containsExactly(1, 2, 3, 4, 5, 6);
  }
}
