package io.garam.training.export;

import static io.garam.training.export.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;

/**
 * The part of the graph that one view's network is: token vectors in, logits out. Read {@link
 * #answer} for its formula.
 */
final class ViewGraph {

  /** Below anything that a recurrent cell can put out, so that padding never is the maximum. */
  private static final float BELOW_ALL_STATES = -2f;

  private final GraphBuilder graph;
  private final String view;
  private final ViewWeights weights;

  /**
   * @param view the view's name, which the names of its values start with
   */
  ViewGraph(GraphBuilder graph, String view, ViewWeights weights) {
    this.graph = graph;
    this.view = view;
    this.weights = weights;
  }

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
        node(
            "Concat",
            "features",
            List.of(lastStates(states.get(1)), maximumOverTime(states.get(0), tokens, lengths)),
            attribute("axis", 1));
    DialogueWeights dialogue = weights.dialogue();
    if (dialogue == null) {
      return weights.output(graph, view, features, named("logits"));
    }
    String sums =
        graph.linear(
            named("vector"), features, dialogue.weight(), dialogue.bias(), named("vector_sums"));
    return node("Tanh", "vector", List.of(sums));
  }

  private String node(
      String operator, String output, List<String> inputs, AttributeProto... attributes) {
    return graph.node(operator, named(output), inputs, attributes);
  }

  private String floats(String name, float[] values, long... shape) {
    return graph.floats(named(name), values, shape);
  }

  private String longs(String name, long... values) {
    return graph.longs(named(name), values);
  }

  private String named(String value) {
    return view + "_" + value;
  }

  /** Runs the layer: all states {@code [time, directions, batch, hidden]}, and the last ones. */
  private List<String> recurrent(String tokens, String lengths) {
    String timeMajor =
        node("Transpose", "time_major", List.of(tokens), attribute("perm", List.of(1L, 0L, 2L)));
    return new RecurrentOperator(
            graph,
            view,
            weights.cell(),
            weights.embedding(),
            weights.hidden(),
            weights.directions())
        .states(timeMajor, lengths, List.of());
  }

  /** {@code [directions, batch, hidden]} to {@code [batch, directions * hidden]}. */
  private String lastStates(String lastStates) {
    String batchMajor =
        node(
            "Transpose",
            "last_batch_major",
            List.of(lastStates),
            attribute("perm", List.of(1L, 0L, 2L)));
    return node("Reshape", "last", List.of(batchMajor, longs("flat", -1, weights.stateSize())));
  }

  /** {@code [time, directions, batch, hidden]} to {@code [batch, directions * hidden]}. */
  private String maximumOverTime(String states, String tokens, String lengths) {
    String masked =
        node(
            "Where",
            "masked_states",
            List.of(
                mask(tokens, lengths),
                states,
                floats("below_all_states", new float[] {BELOW_ALL_STATES})));
    String maxima =
        node(
            "ReduceMax",
            "maxima",
            List.of(masked),
            attribute("axes", List.of(0L)),
            attribute("keepdims", 0));
    String batchMajor =
        node(
            "Transpose",
            "maxima_batch_major",
            List.of(maxima),
            attribute("perm", List.of(1L, 0L, 2L)));
    return node(
        "Reshape", "maximum", List.of(batchMajor, longs("flat_maximum", -1, weights.stateSize())));
  }

  /** True where a token is: {@code [time, 1, batch, 1]}. */
  private String mask(String tokens, String lengths) {
    String shape = node("Shape", "token_shape", List.of(tokens));
    String time =
        node(
            "Gather",
            "time_long",
            List.of(shape, graph.int32(view + "_time_axis", 1)),
            attribute("axis", 0));
    String steps =
        node(
            "Cast",
            "time_int",
            List.of(time),
            attribute("to", TensorProto.DataType.INT32.getNumber()));
    String range =
        node(
            "Range",
            "steps",
            List.of(
                graph.int32(view + "_first_step", 0), steps, graph.int32(view + "_one_step", 1)));
    String column = node("Unsqueeze", "steps_column", List.of(range, longs("column", 1)));
    String within = node("Less", "within", List.of(column, lengths));
    return node("Unsqueeze", "mask", List.of(within, longs("mask_axes", 1, 3)));
  }
}
