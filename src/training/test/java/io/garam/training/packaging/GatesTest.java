package io.garam.training.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.garam.nlu.explanation.LayerGates;
import io.garam.nlu.explanation.LayerGates.DirectionGates;
import io.garam.nlu.explanation.LayerGates.Gate;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.nlu.onnx.LayerRun;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.training.export.Cell;
import io.garam.training.export.DirectionWeights;
import io.garam.training.network.Libtorch;
import io.garam.training.network.layer.Rows;
import io.garam.training.settings.Views;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gates of an explanation, beside those that libtorch computes from what was trained. */
final class GatesTest {

  private static final String TEXT = "내일 서울 날씨 알려 줘, 비?";

  /** In libtorch's order of blocks. */
  private static final Map<Cell, List<String>> BLOCKS =
      Map.of(
          Cell.GRU, List.of("reset", "update"),
          Cell.LSTM, List.of("input", "forget", "", "output"));

  @TempDir private Path folder;

  @BeforeAll
  static void load() {
    Libtorch.load();
  }

  @ParameterizedTest
  @CsvSource({"GRU, 1", "GRU, 2", "LSTM, 1", "LSTM, 2"})
  void areThoseOfLibtorch(Cell cell, int directions) {
    try (TrainedSample trained = new TrainedSample(cell, directions, Views.WORDS)) {
      OnnxClassifier exported = trained.export(folder);
      LayerRun run = exported.trace(TEXT).get(0);
      exported.close();
      LayerGates layer;
      try (IntentClassifier classifier = IntentClassifier.load(folder)) {
        layer = classifier.explain(TEXT).layers().get(0);
      }

      assertThat(layer.cell()).isEqualTo(cell.name());
      assertThat(layer.steps()).containsExactly("내일", "서울", "날씨", "알려", "줘", ",", "비", "?");
      assertThat(layer.directions()).hasSize(directions);
      List<DirectionWeights> weights =
          Objects.requireNonNull(trained.weights().words()).view().directions();
      for (int direction = 0; direction < directions; direction++) {
        DirectionGates found = layer.directions().get(direction);
        assertThat(found.gates()).hasSize(cell == Cell.GRU ? 2 : 3);
        for (Gate gate : found.gates()) {
          float[][] expected =
              libtorch(cell, gate.name(), weights.get(direction), run.inputs(), direction == 1);
          for (int step = 0; step < expected.length; step++) {
            assertThat(gate.openings()[step]).containsExactly(expected[step], within(1e-4f));
          }
        }
      }
    }
  }

  /** Runs libtorch's own layer, and computes a gate from its states. */
  @SuppressWarnings("try") // The scope and the guard are there for what they end.
  private static float[][] libtorch(
      Cell cell, String gate, DirectionWeights of, float[][] inputs, boolean backward) {
    long steps = inputs.length;
    long hidden = of.inputBias().length / cell.gates();
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      float[][] read = inputs.clone();
      if (backward) {
        Collections.reverse(Arrays.asList(read));
      }
      Tensor input = Tensor.create(of.input(), cell.gates() * hidden, inputs[0].length);
      Tensor recurrent = Tensor.create(of.recurrent(), cell.gates() * hidden, hidden);
      Tensor inputBias = Tensor.create(of.inputBias(), cell.gates() * hidden);
      Tensor recurrentBias = Tensor.create(of.recurrentBias(), cell.gates() * hidden);
      Tensor tokens = Tensor.create(Rows.joined(read), 1, steps, inputs[0].length);
      TensorVector weights = new TensorVector(input, recurrent, inputBias, recurrentBias);
      Tensor zeros = torch.zeros(1, 1, hidden);
      Tensor states =
          cell == Cell.GRU
              ? torch.gru(tokens, zeros, weights, true, 1, 0, false, false, true).get0()
              : torch
                  .lstm(
                      tokens,
                      new TensorVector(zeros, zeros.clone()),
                      weights,
                      true,
                      1,
                      0,
                      false,
                      false,
                      true)
                  .get0();
      Tensor before =
          torch.cat(new TensorVector(zeros, states.narrow(1, 0, steps - 1)), 1).squeeze(0);
      Tensor sums =
          torch.add(
              torch.linear(tokens.squeeze(0), input, new TensorOptional(inputBias)),
              torch.linear(before, recurrent, new TensorOptional(recurrentBias)));
      int block = BLOCKS.get(cell).indexOf(gate);
      Tensor openings = torch.sigmoid(sums.narrow(1, block * hidden, hidden)).contiguous();
      float[][] rows = Rows.of(openings);
      if (backward) {
        Collections.reverse(Arrays.asList(rows));
      }
      return rows;
    }
  }
}
