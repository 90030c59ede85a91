package io.garam.nlu.explainer;

import io.garam.nlu.explanation.LayerGates;
import io.garam.nlu.explanation.LayerGates.DirectionGates;
import io.garam.nlu.explanation.LayerGates.Gate;
import io.garam.nlu.onnx.LayerRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Computes gates from what goes in and out of a recurrent layer: {@code σ(W·x + b + R·h + b')} of
 * the input x and the hidden state h before the step (Hochreiter and Schmidhuber 1997 with the
 * forget gate of Gers et al. 2000; Cho et al. 2014), with the blocks of rows in the order of ONNX.
 */
final class GateReader {

  /** A gate's name, and its block of rows. */
  private record Block(String name, int index, boolean keeps) {}

  private static final List<Block> LSTM =
      List.of(
          new Block("forget", 2, true),
          new Block("input", 0, false),
          new Block("output", 1, false));

  private static final List<Block> GRU =
      List.of(new Block("update", 0, true), new Block("reset", 1, false));

  private final LayerRun run;
  private final int units;
  private final int blocks;

  private GateReader(LayerRun run) {
    this.run = run;
    this.units = run.start().length;
    this.blocks = run.inputWeight()[0].length / units;
  }

  /**
   * Returns the gates of a layer.
   *
   * @param name what it reads
   * @param steps what it reads step by step
   */
  static LayerGates read(String name, List<String> steps, LayerRun run) {
    GateReader reader = new GateReader(run);
    List<DirectionGates> directions = new ArrayList<>();
    for (int direction = 0; direction < run.states().length; direction++) {
      directions.add(reader.direction(direction));
    }
    return new LayerGates(name, reader.cell(), reader.units, steps, directions);
  }

  private String cell() {
    return blocks == 4 ? "LSTM" : blocks == 3 ? "GRU" : "RNN";
  }

  private List<Block> gates() {
    return blocks == 4 ? LSTM : blocks == 3 ? GRU : List.of();
  }

  private DirectionGates direction(int direction) {
    List<Gate> gates = new ArrayList<>();
    double[] kept = new double[0];
    for (Block gate : gates()) {
      float[][] openings = openings(direction, gate.index());
      gates.add(new Gate(gate.name(), openings));
      if (gate.keeps()) {
        kept = kept(openings, direction);
      }
    }
    return new DirectionGates(direction == 0 ? "forward" : "backward", gates, kept);
  }

  private float[][] openings(int direction, int gate) {
    float[][] openings = new float[run.inputs().length][units];
    for (int step = 0; step < openings.length; step++) {
      float[] before = stateBefore(direction, step);
      for (int unit = 0; unit < units; unit++) {
        int row = gate * units + unit;
        float[] bias = run.bias()[direction];
        double sum =
            bias[row]
                + bias[blocks * units + row]
                + product(run.inputWeight()[direction][row], run.inputs()[step])
                + product(run.recurrentWeight()[direction][row], before);
        openings[step][unit] = (float) (1 / (1 + Math.exp(-sum)));
      }
    }
    return openings;
  }

  private float[] stateBefore(int direction, int step) {
    int before = direction == 0 ? step - 1 : step + 1;
    float[][] states = run.states()[direction];
    return before < 0 || before == states.length ? run.start() : states[before];
  }

  private static double product(float[] weights, float[] values) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (double) weights[i] * values[i];
    }
    return sum;
  }

  /** From the last step read, back: what each keeps of all that was read before it. */
  private double[] kept(float[][] keeping, int direction) {
    double[] kept = new double[keeping.length];
    double[] product = new double[units];
    Arrays.fill(product, 1);
    for (int i = 0; i < kept.length; i++) {
      int step = direction == 0 ? kept.length - 1 - i : i;
      for (int unit = 0; unit < units; unit++) {
        kept[step] += product[unit] / units;
        product[unit] *= keeping[step][unit];
      }
    }
    return kept;
  }
}
