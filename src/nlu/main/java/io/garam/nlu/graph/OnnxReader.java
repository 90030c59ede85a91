package io.garam.nlu.graph;

import io.garam.nlu.graph.OnnxGraph.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads as much of ONNX's protobuf (onnx.proto, IR version 8) as exported graphs have. Whatever
 * else the format allows (subgraphs, functions, other domains, data in other files, a field that
 * stands twice) is refused by the number of its field, so nothing is overlooked that ONNX Runtime
 * would act on.
 */
final class OnnxReader {

  private static final int IR_VERSION = 8;
  private static final int OPSET = 17;

  private final ProtobufFields in;

  private OnnxReader(byte[] model) {
    this.in = new ProtobufFields(model);
  }

  /**
   * Reads a file's content.
   *
   * @throws UnexpectedGraphException if it has anything that training does not write
   */
  static OnnxGraph read(byte[] model) throws UnexpectedGraphException {
    try {
      return new OnnxReader(model).model();
    } catch (IOException e) {
      throw new UnexpectedGraphException("bytes that are no ONNX model (" + e.getMessage() + ")");
    }
  }

  private OnnxGraph model() throws IOException, UnexpectedGraphException {
    List<OnnxGraph> graphs = new ArrayList<>();
    in.fields(
        "ModelProto",
        Set.of(),
        number -> {
          switch (number) {
            case 1 -> expect("an IR version", IR_VERSION, in.number());
            case 2 -> in.string();
            case 7 -> graphs.add(graph());
            case 8 -> in.message("OperatorSetIdProto", Set.of(), this::operatorSet);
            default -> throw UnexpectedGraphException.ofField("ModelProto", number);
          }
        });
    if (graphs.isEmpty()) {
      throw new UnexpectedGraphException("a model without a graph");
    }
    return graphs.get(0);
  }

  private void operatorSet(int number) throws IOException, UnexpectedGraphException {
    UnexpectedGraphException.requireField(2, number, "OperatorSetIdProto");
    expect("an operator set", OPSET, in.number());
  }

  private OnnxGraph graph() throws IOException, UnexpectedGraphException {
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    Map<String, Tensor> tensors = new HashMap<>();
    in.message(
        "GraphProto",
        Set.of(1, 5, 11, 12),
        number -> {
          switch (number) {
            case 1 -> nodes.add(new OnnxNodeReader(in).read());
            case 2 -> in.string();
            case 5 -> new OnnxTensorReader(in).read(tensors);
            case 11 -> inputs.add(new OnnxValueReader(in).read());
            case 12 -> outputs.add(new OnnxValueReader(in).read());
            default -> throw UnexpectedGraphException.ofField("GraphProto", number);
          }
        });
    return new OnnxGraph(inputs, outputs, nodes, tensors);
  }

  private static void expect(String what, long expected, long found)
      throws UnexpectedGraphException {
    if (found != expected) {
      throw new UnexpectedGraphException(what + " of " + found + " and not " + expected);
    }
  }
}
