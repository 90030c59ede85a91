package io.garam.nlu.graph;

import io.garam.nlu.graph.OnnxGraph.Node;
import java.util.List;

/**
 * The recurrent operator of a view, as a graph has it.
 *
 * @param operator GRU, LSTM or RNN
 * @param gates blocks of rows in its weights
 * @param directions 1 or 2
 * @param hidden units in each direction
 * @param resetsAfter of a GRU, whether its reset gate works after the matrix product
 */
record Recurrence(String operator, int gates, int directions, int hidden, boolean resetsAfter) {

  private static final String RESETS_AFTER = "linear_before_reset=1";

  /**
   * Returns the operator of a view, whose sizes follow from its recurrent weight.
   *
   * @param view the name that its values start with
   */
  static Recurrence in(OnnxGraph graph, String view) throws UnexpectedGraphException {
    for (Node node : graph.nodes()) {
      if (node.outputs().contains(view + "_last_states")) {
        Tensor weight = graph.tensors().get(view + "_recurrent_weight");
        if (weight == null || weight.shape().size() != 3) {
          break;
        }
        return new Recurrence(
            node.operator(),
            switch (node.operator()) {
              case "GRU" -> 3;
              case "LSTM" -> 4;
              case "RNN" -> 1;
              default ->
                  throw new UnexpectedGraphException("the recurrent operator " + node.operator());
            },
            weight.shape().get(0) == 2 ? 2 : 1,
            Math.toIntExact(weight.shape().get(2)),
            node.attributes().contains(RESETS_AFTER));
      }
    }
    throw new UnexpectedGraphException("no recurrent layer that makes " + view + "_last_states");
  }

  /** Returns the parts of its state: the LSTM carries a cell state beside the hidden one. */
  int states() {
    return operator.equals("LSTM") ? 2 : 1;
  }

  /** Returns its attributes as training writes them. */
  String settings() {
    String common =
        "hidden_size=" + hidden + " direction=" + (directions == 2 ? "bidirectional" : "forward");
    if (!operator.equals("GRU")) {
      return common;
    }
    return common + " " + (resetsAfter ? RESETS_AFTER : "linear_before_reset=0");
  }

  /** Returns the shape of its weight of so many columns. */
  List<Long> weight(long columns) {
    return List.of((long) directions, (long) gates * hidden, columns);
  }

  /** Returns the shape of its bias. */
  List<Long> bias() {
    return List.of((long) directions, 2L * gates * hidden);
  }
}
