package io.garam.training.export;

import static io.garam.training.export.Attributes.attribute;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.List;

/**
 * The part of the graph that one view's network is: token vectors in, logits out. Read {@link
 * #answer} for its formula.
 *
 * @param graph that it is added to
 * @param weights of the network
 */
record ViewGraph(GraphScope graph, ViewWeights weights) {

  /** Below anything that a recurrent cell can put out, so that padding never is the maximum. */
  private static final float BELOW_ALL_STATES = -2f;

  /** The first two of three dimensions change places. */
  private static final AttributeProto SWAPPED = attribute("perm", List.of(1L, 0L, 2L));

  /**
   * Adds the network.
   *
   * @param tokens the name of the vectors, {@code [batch, time, embedding]}
   * @param lengths the name of the tokens of each utterance, {@code [batch]}
   * @return the name of what answers: the view's logits, {@code [batch, labels]}, or the
   *     utterance's vector, {@code [batch, vector]}, where a dialogue step goes on from there
   */
  String answer(String tokens, String lengths) {
    List<String> states = recurrent(tokens, lengths);
    String features =
        graph.node(
            "Concat",
            "features",
            List.of(lastStates(states.get(1)), maximumOverTime(states.get(0), tokens, lengths)),
            attribute("axis", 1));
    DialogueWeights dialogue = weights.dialogue();
    if (dialogue == null) {
      return weights.output(graph, features);
    }
    String sums =
        graph.linear("vector", features, dialogue.weight(), dialogue.bias(), "vector_sums");
    return graph.node("Tanh", "vector", List.of(sums));
  }

  /** Runs the layer: all states {@code [time, directions, batch, hidden]}, and the last ones. */
  private List<String> recurrent(String tokens, String lengths) {
    String timeMajor = graph.node("Transpose", "time_major", List.of(tokens), SWAPPED);
    return new RecurrentOperator(
            graph, weights.cell(), weights.embedding(), weights.hidden(), weights.directions())
        .states(timeMajor, lengths, List.of());
  }

  /** {@code [directions, batch, hidden]} to {@code [batch, directions * hidden]}. */
  private String lastStates(String lastStates) {
    return joined(lastStates, "last_batch_major", "last", "flat");
  }

  /** {@code [time, directions, batch, hidden]} to {@code [batch, directions * hidden]}. */
  private String maximumOverTime(String states, String tokens, String lengths) {
    String masked =
        graph.node(
            "Where",
            "masked_states",
            List.of(
                new TokenMask(graph).of(tokens, lengths),
                states,
                graph.floats("below_all_states", new float[] {BELOW_ALL_STATES})));
    String maxima =
        graph.node(
            "ReduceMax",
            "maxima",
            List.of(masked),
            attribute("axes", List.of(0L)),
            attribute("keepdims", 0));
    return joined(maxima, "maxima_batch_major", "maximum", "flat_maximum");
  }

  /** Joins what the directions have of each utterance, by way of {@code batchMajor}. */
  private String joined(String ofDirections, String batchMajor, String output, String shape) {
    String ofUtterances = graph.node("Transpose", batchMajor, List.of(ofDirections), SWAPPED);
    return graph.node(
        "Reshape", output, List.of(ofUtterances, graph.longs(shape, -1, weights.stateSize())));
  }
}
