package io.garam.nlu.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A graph as training would have written it, put together line by line. */
final class ExpectedGraph {

  private final List<String> inputs = new ArrayList<>();
  private final List<String> outputs = new ArrayList<>();
  private final List<String> nodes = new ArrayList<>();
  private final Map<String, String> tensors = new TreeMap<>();

  void input(String name, ElementType type, String... shape) {
    inputs.add(name + " " + type.declared(List.of(shape)));
  }

  void output(String name, String... shape) {
    outputs.add(name + " " + ElementType.FLOAT.declared(List.of(shape)));
  }

  void node(String node) {
    nodes.add(node);
  }

  void nodes(List<String> more) {
    nodes.addAll(more);
  }

  /** Adds a constant that was learned. */
  void weight(String name, ElementType type, List<Long> shape) {
    tensors.put(name, type.declared(shape));
  }

  void floats(String name, Long... shape) {
    weight(name, ElementType.FLOAT, List.of(shape));
  }

  /** Adds constants that say how values are formed. */
  void longs(String name, Long... values) {
    tensors.put(name, ElementType.INT64.declared(List.of(values.length)) + " " + List.of(values));
  }

  void int32(String name, long value) {
    tensors.put(name, ElementType.INT32.declared(List.of()) + " " + List.of(value));
  }

  /** Adds the constants of an embedding table, 8 bits a number and a scale for each row. */
  void table(String name, long rows, long embedding) {
    weight(name + "_bytes", ElementType.INT8, List.of(rows, embedding));
    floats(name + "_scales", rows, 1L);
  }

  /** Adds the constants of a linear layer. */
  void linear(String name, long outputs, long inputs) {
    floats(name + "_weight", outputs, inputs);
    floats(name + "_bias", outputs);
  }

  /** Adds the constants of a recurrent layer. */
  void recurrence(String name, Recurrence cell, long inputs) {
    weight(name + "_input_weight", ElementType.FLOAT, cell.weight(inputs));
    weight(name + "_recurrent_weight", ElementType.FLOAT, cell.weight(cell.hidden()));
    weight(name + "_bias", ElementType.FLOAT, cell.bias());
  }

  /**
   * Adds the constants by which the last and the greatest states of a view become its features.
   *
   * @param state numbers in the state of all directions
   */
  void pooling(String name, long state) {
    longs(name + "_flat", -1L, state);
    longs(name + "_flat_maximum", -1L, state);
    longs(name + "_column", 1L);
    longs(name + "_mask_axes", 1L, 3L);
    int32(name + "_time_axis", 1);
    int32(name + "_first_step", 0);
    int32(name + "_one_step", 1);
    floats(name + "_below_all_states");
  }

  /**
   * Compares.
   *
   * @throws UnexpectedGraphException if a graph is another one, or a number in it is not finite
   */
  void requireSame(OnnxGraph found) throws UnexpectedGraphException {
    GraphComparison.requireSame("input", inputs, found.inputs());
    GraphComparison.requireSame("output", outputs, found.outputs());
    GraphComparison.requireSame(
        "node", nodes, found.nodes().stream().map(OnnxGraph.Node::toString).toList());
    new GraphComparison(found).requireConstants(tensors);
  }
}
