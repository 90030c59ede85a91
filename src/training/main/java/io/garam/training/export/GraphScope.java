package io.garam.training.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.List;

/**
 * Scope of a graph: a part of it whose values all have names that start alike.
 *
 * @param graph that they are added to
 * @param name what their names start with
 */
record GraphScope(GraphBuilder graph, String name) {

  String named(String value) {
    return name + "_" + value;
  }

  String node(String operator, String output, List<String> inputs, AttributeProto... attributes) {
    return graph.node(operator, named(output), inputs, attributes);
  }

  String floats(String value, float[] values, long... shape) {
    return graph.floats(named(value), values, shape);
  }

  String longs(String value, long... values) {
    return graph.longs(named(value), values);
  }

  String int32(String value, int number) {
    return graph.int32(named(value), number);
  }

  /** Adds a linear layer, see {@link GraphBuilder#linear}; a name is the layer's in this scope. */
  String linear(String layer, String input, float[] weight, float[] bias, String output) {
    return graph.linear(named(layer), input, weight, bias, named(output));
  }
}
