package io.garam.nlu.graph;

import io.garam.nlu.graph.OnnxGraph.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

  /** Types of attributes (INT, STRING, INTS) by the field of their value. */
  private static final Map<Integer, Set<Long>> ATTRIBUTE_TYPES =
      Map.of(3, Set.of(2L), 4, Set.of(3L), 8, Set.of(7L));

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
            default -> throw ProtobufFields.unexpected("ModelProto", number);
          }
        });
    if (graphs.isEmpty()) {
      throw new UnexpectedGraphException("a model without a graph");
    }
    return graphs.get(0);
  }

  private void operatorSet(int number) throws IOException, UnexpectedGraphException {
    if (number != 2) {
      throw ProtobufFields.unexpected("OperatorSetIdProto", number);
    }
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
            case 1 -> nodes.add(node());
            case 2 -> in.string();
            case 5 -> new OnnxTensorReader(in).read(tensors);
            case 11 -> inputs.add(new OnnxValueReader(in).read());
            case 12 -> outputs.add(new OnnxValueReader(in).read());
            default -> throw ProtobufFields.unexpected("GraphProto", number);
          }
        });
    return new OnnxGraph(inputs, outputs, nodes, tensors);
  }

  private Node node() throws IOException, UnexpectedGraphException {
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    List<String> attributes = new ArrayList<>();
    List<String> operator = new ArrayList<>();
    in.message(
        "NodeProto",
        Set.of(1, 2, 5),
        number -> {
          switch (number) {
            case 1 -> inputs.add(in.string());
            case 2 -> outputs.add(in.string());
            case 3 -> in.string();
            case 4 -> operator.add(in.string());
            case 5 -> attributes.add(attribute());
            default -> throw ProtobufFields.unexpected("NodeProto", number);
          }
        });
    return new Node(String.join("", operator), inputs, outputs, attributes);
  }

  private String attribute() throws IOException, UnexpectedGraphException {
    StringBuilder name = new StringBuilder();
    List<String> values = new ArrayList<>();
    List<Long> numbers = new ArrayList<>();
    Set<Long> types = new HashSet<>();
    Set<Long> declared = new HashSet<>();
    in.message(
        "AttributeProto",
        Set.of(8),
        number -> {
          switch (number) {
            case 1 -> name.append(in.string());
            case 3 -> values.add(String.valueOf(in.number()));
            case 4 -> values.add(in.string());
            case 8 -> in.numbers(numbers);
            case 20 -> declared.add(in.number());
            default -> throw ProtobufFields.unexpected("AttributeProto", number);
          }
          types.addAll(ATTRIBUTE_TYPES.getOrDefault(number, Set.of()));
        });
    // ONNX Runtime acts on the type alone.
    if (!types.equals(declared)) {
      throw new UnexpectedGraphException(
          "the attribute \"" + name + "\", whose value is not of its type");
    }
    return name + "=" + (numbers.isEmpty() ? String.join(",", values) : numbers.toString());
  }

  private static void expect(String what, long expected, long found)
      throws UnexpectedGraphException {
    if (found != expected) {
      throw new UnexpectedGraphException(what + " of " + found + " and not " + expected);
    }
  }
}
