package io.garam.training.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;

/** Writes ONNX protobuf, one named value at a time; a value is referred to by its name. */
final class GraphBuilder {

  private static final int OPSET = 17;
  private static final int IR_VERSION = 8;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("garam");

  String input(String name, TensorProto.DataType type, String... dimensions) {
    graph.addInput(ValueInfo.of(name, type, dimensions));
    return name;
  }

  void output(String name, TensorProto.DataType type, String... dimensions) {
    graph.addOutput(ValueInfo.of(name, type, dimensions));
  }

  String floats(String name, float[] values, long... shape) {
    return initializer(Constants.floats(name, values, shape));
  }

  String bytes(String name, byte[] values, long... shape) {
    return initializer(Constants.bytes(name, values, shape));
  }

  String longs(String name, long... values) {
    return initializer(Constants.longs(name, values));
  }

  String int32(String name, int value) {
    return initializer(Constants.int32(name, value));
  }

  private String initializer(TensorProto constant) {
    graph.addInitializer(constant);
    return constant.getName();
  }

  /**
   * Adds a linear layer.
   *
   * @param name what the names of its weights start with
   * @param input the name of {@code [batch, features]}
   * @param weight {@code [outputs, features]}
   * @param bias {@code [outputs]}
   * @param output the name that {@code [batch, outputs]} shall have
   */
  String linear(String name, String input, float[] weight, float[] bias, String output) {
    return node(
        "Gemm",
        output,
        List.of(
            input,
            floats(name + "_weight", weight, bias.length, weight.length / bias.length),
            floats(name + "_bias", bias, bias.length)),
        Attributes.attribute("transB", 1));
  }

  /** Adds a node with one output, named as the output is. */
  String node(String operator, String output, List<String> inputs, AttributeProto... attributes) {
    return node(operator, List.of(output), inputs, attributes).get(0);
  }

  /** Adds a node; an empty input or output name leaves that one out. */
  List<String> node(
      String operator, List<String> outputs, List<String> inputs, AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(String.join("+", outputs))
            .addAllInput(inputs)
            .addAllOutput(outputs)
            .addAllAttribute(List.of(attributes)));
    return outputs;
  }

  ModelProto build() {
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName("garam")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
        .setGraph(graph)
        .build();
  }
}
