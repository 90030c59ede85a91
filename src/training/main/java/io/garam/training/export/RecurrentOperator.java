package io.garam.training.export;

import static io.garam.training.export.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;

/**
 * A recurrent layer as ONNX has it: the weights of all directions in one tensor each, with the
 * gates in ONNX's order.
 *
 * @param name what the names of its values start with
 * @param inputs numbers in a vector that goes in
 * @param hidden units in each direction
 * @param directions forward, then backward where the layer has both
 */
record RecurrentOperator(
    GraphBuilder graph,
    String name,
    Cell cell,
    int inputs,
    int hidden,
    List<DirectionWeights> directions) {

  /**
   * Adds the layer.
   *
   * @param vectors the name of {@code [time, batch, inputs]}
   * @param lengths the name of the vectors of each row of the batch, empty where all are full
   * @param starts the names of the states where it begins, each {@code [directions, batch,
   *     hidden]}; none for zeros
   * @return the names of all states, {@code [time, directions, batch, hidden]}, and of the last
   *     ones, as {@code starts}
   */
  List<String> states(String vectors, String lengths, List<String> starts) {
    int count = directions.size();
    int gateRows = cell.gates() * hidden;
    List<String> parts = new ArrayList<>();
    parts.add(vectors);
    parts.add(
        graph.floats(
            name + "_input_weight",
            onnxGates(inputs, DirectionWeights::input),
            count,
            gateRows,
            inputs));
    parts.add(
        graph.floats(
            name + "_recurrent_weight",
            onnxGates(hidden, DirectionWeights::recurrent),
            count,
            gateRows,
            hidden));
    parts.add(graph.floats(name + "_bias", biases(), count, 2L * gateRows));
    parts.add(lengths);
    parts.addAll(starts);
    List<AttributeProto> attributes = new ArrayList<>();
    attributes.add(attribute("hidden_size", hidden));
    attributes.add(attribute("direction", count == 2 ? "bidirectional" : "forward"));
    switch (cell) {
      case GRU -> attributes.add(attribute("linear_before_reset", 1));
      case GRU_RESET_BEFORE -> attributes.add(attribute("linear_before_reset", 0));
      case LSTM, RNN -> {}
    }
    List<String> outputs = new ArrayList<>(List.of(name + "_states", name + "_last_states"));
    if (starts.size() > 1) {
      outputs.add(name + "_last_cell_states");
    }
    return graph.node(
        cell.onnxOperator(), outputs, parts, attributes.toArray(AttributeProto[]::new));
  }

  private interface Part {
    float[] of(DirectionWeights direction);
  }

  private float[] onnxGates(int columns, Part part) {
    float[] all = new float[directions.size() * cell.gates() * hidden * columns];
    int next = 0;
    for (DirectionWeights direction : directions) {
      next = putOnnxGates(part.of(direction), columns, all, next);
    }
    return all;
  }

  private float[] biases() {
    float[] all = new float[directions.size() * 2 * cell.gates() * hidden];
    int next = 0;
    for (DirectionWeights direction : directions) {
      next = putOnnxGates(direction.inputBias(), 1, all, next);
      next = putOnnxGates(direction.recurrentBias(), 1, all, next);
    }
    return all;
  }

  private int putOnnxGates(float[] matrix, int columns, float[] target, int start) {
    int block = hidden * columns;
    int next = start;
    for (int gate : cell.onnxGates()) {
      System.arraycopy(matrix, gate * block, target, next, block);
      next += block;
    }
    return next;
  }
}
