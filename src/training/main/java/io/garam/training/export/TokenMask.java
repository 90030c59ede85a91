package io.garam.training.export;

import static io.garam.training.export.Attributes.attribute;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;

/** Mask of the tokens of padded utterances, computed from their lengths. */
record TokenMask(GraphScope graph) {

  /**
   * Adds the mask.
   *
   * @param tokens the name of the vectors, {@code [batch, time, embedding]}
   * @param lengths the name of the tokens of each utterance, {@code [batch]}
   * @return the name of what is true where a token is, {@code [time, 1, batch, 1]}
   */
  String of(String tokens, String lengths) {
    String shape = graph.node("Shape", "token_shape", List.of(tokens));
    String time =
        graph.node(
            "Gather",
            "time_long",
            List.of(shape, graph.int32("time_axis", 1)),
            attribute("axis", 0));
    String steps =
        graph.node(
            "Cast",
            "time_int",
            List.of(time),
            attribute("to", TensorProto.DataType.INT32.getNumber()));
    String range =
        graph.node(
            "Range",
            "steps",
            List.of(graph.int32("first_step", 0), steps, graph.int32("one_step", 1)));
    String column =
        graph.node("Unsqueeze", "steps_column", List.of(range, graph.longs("column", 1)));
    String within = graph.node("Less", "within", List.of(column, lengths));
    return graph.node("Unsqueeze", "mask", List.of(within, graph.longs("mask_axes", 1, 3)));
  }
}
