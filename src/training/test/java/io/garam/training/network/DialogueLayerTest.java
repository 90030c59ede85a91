package io.garam.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.garam.training.batching.SequenceLayout;
import io.garam.training.export.Cell;
import io.garam.training.network.layer.Parameters;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DialogueLayerTest {

  private static final int VECTOR = 5;
  private static final int HIDDEN = 4;
  private static final int LANES = 2;
  private static final int TIME = 6;

  @BeforeAll
  static void load() {
    Libtorch.load();
  }

  private static float[] inputs() {
    Random random = new Random(4);
    float[] inputs = new float[LANES * TIME * VECTOR];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = (float) random.nextGaussian();
    }
    return inputs;
  }

  /** Cuts utterances out of all lanes: from one time to another. */
  private static float[] between(float[] inputs, int from, int to) {
    float[] part = new float[LANES * (to - from) * VECTOR];
    for (int sequence = 0; sequence < LANES; sequence++) {
      int size = (to - from) * VECTOR;
      System.arraycopy(inputs, (sequence * TIME + from) * VECTOR, part, sequence * size, size);
    }
    return part;
  }

  @SuppressWarnings("try") // The scope and the guard are there for what they end.
  private static float[] forward(DialogueLayer layer, float[] inputs, boolean... resets) {
    int time = inputs.length / LANES / VECTOR;
    int[] positions = IntStream.range(0, LANES * time).toArray();
    SequenceLayout places =
        new SequenceLayout(LANES, time, positions, new int[positions.length], resets);
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      Tensor rows = Tensor.create(inputs, (long) LANES * time, VECTOR);
      return Parameters.values(layer.forward(rows, places, false));
    }
  }

  private static float[] followed(float[] all, int sequence, int time, int times) {
    int columns = HIDDEN + VECTOR;
    float[] row = new float[columns];
    System.arraycopy(all, (sequence * times + time) * columns, row, 0, columns);
    return row;
  }

  @ParameterizedTest
  @EnumSource
  void aStretchGoesOnFromTheStateOfTheOneBefore(Cell cell) {
    Parameters parameters = new Parameters(new Random(1));
    try (DialogueLayer layer =
        new DialogueLayer(new DialogueShape(cell, VECTOR, HIDDEN, 3), 7, parameters)) {
      float[] whole = forward(layer, inputs(), true, true);

      var first = forward(layer, between(inputs(), 0, 4), true, true);
      float[] goneOn = forward(layer, between(inputs(), 4, TIME), false, false);
      var again = forward(layer, between(inputs(), 0, 4), true, true);
      float[] begun = forward(layer, between(inputs(), 4, TIME), false, true);

      assertThat(again).containsExactly(first);
      for (int sequence = 0; sequence < LANES; sequence++) {
        assertThat(followed(goneOn, sequence, 1, 2))
            .containsExactly(followed(whole, sequence, 5, TIME), within(1e-6f));
      }
      assertThat(followed(begun, 0, 1, 2))
          .containsExactly(followed(whole, 0, 5, TIME), within(1e-6f));
      assertThat(followed(begun, 1, 1, 2))
          .as("a lane in which a dialogue begins")
          .isNotEqualTo(followed(goneOn, 1, 1, 2));
    }
    parameters.close();
  }
}
