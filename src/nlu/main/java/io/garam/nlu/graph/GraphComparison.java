package io.garam.nlu.graph;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Comparison of a graph with the expected one, line by line; weights must only be finite. */
record GraphComparison(OnnxGraph found) {

  private static final int NUMBERS_THAT_COUNT = 8;

  /**
   * Compares inputs, outputs or nodes in their order.
   *
   * @param kind what they are, in the singular
   * @throws UnexpectedGraphException at the first that differs
   */
  static void requireSame(String kind, List<String> expected, List<String> found)
      throws UnexpectedGraphException {
    for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
      String wanted = i < expected.size() ? "the " + kind + " " + expected.get(i) : "none more";
      String there = i < found.size() ? "the " + kind + " " + found.get(i) : "no " + kind + " more";
      if (!wanted.equals(there)) {
        throw new UnexpectedGraphException(there + " in place of " + wanted);
      }
    }
  }

  /**
   * Compares the constants, of which those that say how values are formed have their numbers too.
   *
   * @param expected by name
   * @throws UnexpectedGraphException if one differs, or a weight is not finite
   */
  void requireConstants(Map<String, String> expected) throws UnexpectedGraphException {
    Map<String, String> constants = new TreeMap<>();
    found.tensors().forEach((name, tensor) -> constants.put(name, described(tensor)));
    requireSame("constant", lines(expected), lines(constants));
    for (Map.Entry<String, Tensor> tensor : found.tensors().entrySet()) {
      if (!tensor.getValue().isFinite()) {
        throw new UnexpectedGraphException(
            "a weight in \"" + tensor.getKey() + "\" that is not a finite number");
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
