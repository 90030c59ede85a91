package io.garam.training.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Writes ONNX protobuf, one named value at a time; a value is referred to by its name. */
final class GraphBuilder {

  private static final int OPSET = 17;
  private static final int IR_VERSION = 8;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("garam");

  String input(String name, TensorProto.DataType type, String... dimensions) {
    graph.addInput(value(name, type, dimensions));
    return name;
  }

  void output(String name, TensorProto.DataType type, String... dimensions) {
    graph.addOutput(value(name, type, dimensions));
  }

  String floats(String name, float[] values, long... shape) {
    ByteBuffer raw = littleEndian(values.length * Float.BYTES);
    raw.asFloatBuffer().put(values);
    return initializer(name, TensorProto.DataType.FLOAT, raw, shape);
  }

  String bytes(String name, byte[] values, long... shape) {
    return initializer(name, TensorProto.DataType.INT8, ByteBuffer.wrap(values), shape);
  }

  String longs(String name, long... values) {
    ByteBuffer raw = littleEndian(values.length * Long.BYTES);
    raw.asLongBuffer().put(values);
    return initializer(name, TensorProto.DataType.INT64, raw, values.length);
  }

  String int32(String name, int value) {
    ByteBuffer raw = littleEndian(Integer.BYTES).putInt(0, value);
    return initializer(name, TensorProto.DataType.INT32, raw);
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
        attribute("transB", 1));
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

  static AttributeProto attribute(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static AttributeProto attribute(String name, String value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.STRING)
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }

  static AttributeProto attribute(String name, List<Long> values) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INTS)
        .addAllInts(values)
        .build();
  }

  ModelProto build() {
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .setProducerName("garam")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
        .setGraph(graph)
        .build();
  }

  private String initializer(
      String name, TensorProto.DataType type, ByteBuffer raw, long... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(raw));
    for (long dimension : shape) {
      tensor.addDims(dimension);
    }
    graph.addInitializer(tensor);
    return name;
  }

  private static ValueInfoProto value(
      String name, TensorProto.DataType type, String... dimensions) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (String dimension : dimensions) {
      shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(dimension));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape)))
        .build();
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
