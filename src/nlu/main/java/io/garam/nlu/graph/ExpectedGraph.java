package io.garam.nlu.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A graph as training would have written it, put together line by line. */
final class ExpectedGraph {

  private static final int NUMBERS_THAT_COUNT = 8;

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

  /** Adds the constants of a recurrent layer. */
  void recurrence(String name, Recurrence cell, long inputs) {
    weight(name + "_input_weight", ElementType.FLOAT, cell.weight(inputs));
    weight(name + "_recurrent_weight", ElementType.FLOAT, cell.weight(cell.hidden()));
    weight(name + "_bias", ElementType.FLOAT, cell.bias());
  }

  /**
   * Compares.
   *
   * @throws UnexpectedGraphException if a graph is another one, or a number in it is not finite
   */
  void requireSame(OnnxGraph found) throws UnexpectedGraphException {
    requireSame("input", inputs, found.inputs());
    requireSame("output", outputs, found.outputs());
    requireSame("node", nodes, found.nodes().stream().map(OnnxGraph.Node::toString).toList());
    Map<String, String> constants = new TreeMap<>();
    found.tensors().forEach((name, tensor) -> constants.put(name, described(tensor)));
    requireSame("constant", lines(tensors), lines(constants));
    for (Map.Entry<String, Tensor> tensor : found.tensors().entrySet()) {
      if (!tensor.getValue().isFinite()) {
        throw new UnexpectedGraphException(
            "a weight in \"" + tensor.getKey() + "\" that is not a finite number");
      }
    }
  }

  private static void requireSame(String kind, List<String> expected, List<String> found)
      throws UnexpectedGraphException {
    for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
      String wanted = i < expected.size() ? "the " + kind + " " + expected.get(i) : "none more";
      String there = i < found.size() ? "the " + kind + " " + found.get(i) : "no " + kind + " more";
      if (!wanted.equals(there)) {
        throw new UnexpectedGraphException(there + " in place of " + wanted);
      }
    }
  }

  private static List<String> lines(Map<String, String> constants) {
    return constants.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
  }

  private static String described(Tensor tensor) {
    boolean counts =
        (tensor.type() == ElementType.INT32 || tensor.type() == ElementType.INT64)
            && tensor.raw().remaining() <= NUMBERS_THAT_COUNT * tensor.type().bytes();
    return tensor.declared() + (counts ? " " + tensor.values() : "");
  }
}
