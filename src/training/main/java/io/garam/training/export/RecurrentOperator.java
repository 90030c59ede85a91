package io.garam.training.export;

import static io.garam.training.export.Attributes.attribute;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A recurrent layer as ONNX has it: the weights of all directions in one tensor each.
 *
 * @param graph that it is added to
 * @param inputs numbers in a vector that goes in
 * @param hidden units in each direction
 * @param directions forward, then backward where the layer has both
 */
record RecurrentOperator(
    GraphScope graph, Cell cell, int inputs, int hidden, List<DirectionWeights> directions) {

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
            "input_weight", onnxGates(inputs, DirectionWeights::input), count, gateRows, inputs));
    parts.add(
        graph.floats(
            "recurrent_weight",
            onnxGates(hidden, DirectionWeights::recurrent),
            count,
            gateRows,
            hidden));
    parts.add(graph.floats("bias", biases(), count, 2L * gateRows));
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
    List<String> outputs =
        new ArrayList<>(List.of(graph.named("states"), graph.named("last_states")));
    if (starts.size() > 1) {
      outputs.add(graph.named("last_cell_states"));
    }
    return graph
        .graph()
        .node(cell.onnxOperator(), outputs, parts, attributes.toArray(AttributeProto[]::new));
  }

  private float[] onnxGates(int columns, Function<DirectionWeights, float[]> matrix) {
    return new OnnxGates(cell, hidden).of(columns, directions.stream().map(matrix).toList());
  }

  private float[] biases() {
    return new OnnxGates(cell, hidden)
        .of(
            1,
            directions.stream()
                .flatMap(one -> Stream.of(one.inputBias(), one.recurrentBias()))
                .toList());
  }
}
