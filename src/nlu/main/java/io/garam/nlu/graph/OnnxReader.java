package io.garam.nlu.graph;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.garam.nlu.graph.OnnxGraph.Node;
import java.io.IOException;
import java.nio.ByteBuffer;
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
  private static final int MOST_DIMENSIONS = 8;

  /** An exported graph has some 1,100; a bound keeps what is read of any file small. */
  private static final int MOST_FIELDS = 20_000;

  private final CodedInputStream in;
  private int read;

  private OnnxReader(byte[] model) {
    in = CodedInputStream.newInstance(model);
    in.enableAliasing(true);
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

  /** Reads one field of a message, of which it is told the number. */
  private interface Field {
    void read(int number) throws IOException, UnexpectedGraphException;
  }

  private OnnxGraph model() throws IOException, UnexpectedGraphException {
    List<OnnxGraph> graphs = new ArrayList<>();
    fields(
        "ModelProto",
        Set.of(),
        number -> {
          switch (number) {
            case 1 -> expect("an IR version", IR_VERSION, number());
            case 2 -> string();
            case 7 -> graphs.add(graph());
            case 8 -> message("OperatorSetIdProto", Set.of(), this::operatorSet);
            default -> throw unexpected("ModelProto", number);
          }
        });
    if (graphs.isEmpty()) {
      throw new UnexpectedGraphException("a model without a graph");
    }
    return graphs.get(0);
  }

  private void operatorSet(int number) throws IOException, UnexpectedGraphException {
    if (number != 2) {
      throw unexpected("OperatorSetIdProto", number);
    }
    expect("an operator set", OPSET, number());
  }

  private OnnxGraph graph() throws IOException, UnexpectedGraphException {
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    List<Node> nodes = new ArrayList<>();
    Map<String, Tensor> tensors = new HashMap<>();
    message(
        "GraphProto",
        Set.of(1, 5, 11, 12),
        number -> {
          switch (number) {
            case 1 -> nodes.add(node());
            case 2 -> string();
            case 5 -> tensor(tensors);
            case 11 -> inputs.add(value());
            case 12 -> outputs.add(value());
            default -> throw unexpected("GraphProto", number);
          }
        });
    return new OnnxGraph(inputs, outputs, nodes, tensors);
  }

  private Node node() throws IOException, UnexpectedGraphException {
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    List<String> attributes = new ArrayList<>();
    List<String> operator = new ArrayList<>();
    message(
        "NodeProto",
        Set.of(1, 2, 5),
        number -> {
          switch (number) {
            case 1 -> inputs.add(string());
            case 2 -> outputs.add(string());
            case 3 -> string();
            case 4 -> operator.add(string());
            case 5 -> attributes.add(attribute());
            default -> throw unexpected("NodeProto", number);
          }
        });
    return new Node(String.join("", operator), inputs, outputs, attributes);
  }

  private String attribute() throws IOException, UnexpectedGraphException {
    StringBuilder name = new StringBuilder();
    List<String> values = new ArrayList<>();
    List<Long> numbers = new ArrayList<>();
    message(
        "AttributeProto",
        Set.of(8),
        number -> {
          switch (number) {
            case 1 -> name.append(string());
            case 3 -> values.add(String.valueOf(number()));
            case 4 -> values.add(string());
            case 8 -> numbers(numbers);
            case 20 -> number();
            default -> throw unexpected("AttributeProto", number);
          }
        });
    return name + "=" + (numbers.isEmpty() ? String.join(",", values) : numbers.toString());
  }

  private void tensor(Map<String, Tensor> tensors) throws IOException, UnexpectedGraphException {
    StringBuilder name = new StringBuilder();
    List<Long> shape = new ArrayList<>();
    List<ElementType> types = new ArrayList<>();
    List<ByteBuffer> raw = new ArrayList<>();
    message(
        "TensorProto",
        Set.of(1),
        number -> {
          switch (number) {
            case 1 -> numbers(shape);
            case 2 -> types.add(ElementType.of(number()));
            case 8 -> name.append(string());
            case 9 -> raw.add(bytes());
            default -> throw unexpected("TensorProto", number);
          }
        });
    if (types.isEmpty() || shape.size() > MOST_DIMENSIONS) {
      throw new UnexpectedGraphException("the constant \"" + name + "\" without type or shape");
    }
    ByteBuffer numbers = raw.isEmpty() ? ByteBuffer.allocate(0) : raw.get(0);
    Tensor tensor = new Tensor(types.get(0), shape, numbers);
    if (Tensor.bytes(tensor.type(), shape) != numbers.remaining()) {
      throw new UnexpectedGraphException(
          numbers.remaining()
              + " bytes for the constant \""
              + name
              + "\", which is declared "
              + tensor.declared());
    }
    if (tensors.put(name.toString(), tensor) != null) {
      throw new UnexpectedGraphException("the constant \"" + name + "\" twice");
    }
  }

  private String value() throws IOException, UnexpectedGraphException {
    StringBuilder name = new StringBuilder();
    List<ElementType> types = new ArrayList<>();
    List<String> shape = new ArrayList<>();
    message(
        "ValueInfoProto",
        Set.of(),
        number -> {
          switch (number) {
            case 1 -> name.append(string());
            case 2 -> message("TypeProto", Set.of(), type -> tensorType(type, types, shape));
            default -> throw unexpected("ValueInfoProto", number);
          }
        });
    return name + " " + (types.isEmpty() ? "" : types.get(0).declared(shape));
  }

  private void tensorType(int number, List<ElementType> types, List<String> shape)
      throws IOException, UnexpectedGraphException {
    if (number != 1) {
      throw unexpected("TypeProto", number);
    }
    message(
        "TypeProto.Tensor",
        Set.of(),
        part -> {
          switch (part) {
            case 1 -> types.add(ElementType.of(number()));
            case 2 -> message("TensorShapeProto", Set.of(1), it -> dimension(it, shape));
            default -> throw unexpected("TypeProto.Tensor", part);
          }
        });
  }

  private void dimension(int number, List<String> shape)
      throws IOException, UnexpectedGraphException {
    if (number != 1) {
      throw unexpected("TensorShapeProto", number);
    }
    message(
        "TensorShapeProto.Dimension",
        Set.of(),
        kind -> {
          switch (kind) {
            case 1 -> shape.add(String.valueOf(number()));
            case 2 -> shape.add(string());
            default -> throw unexpected("TensorShapeProto.Dimension", kind);
          }
        });
  }

  /** Reads whole numbers, one a field or packed into one field. */
  private void numbers(List<Long> numbers) throws IOException, UnexpectedGraphException {
    if (WireFormat.getTagWireType(in.getLastTag()) == WireFormat.WIRETYPE_VARINT) {
      numbers.add(number());
      return;
    }
    int outer = in.pushLimit(length());
    while (in.getBytesUntilLimit() > 0) {
      count();
      numbers.add(in.readInt64());
    }
    in.popLimit(outer);
  }

  private long number() throws IOException, UnexpectedGraphException {
    requireWireType(WireFormat.WIRETYPE_VARINT);
    return in.readInt64();
  }

  private String string() throws IOException, UnexpectedGraphException {
    requireWireType(WireFormat.WIRETYPE_LENGTH_DELIMITED);
    return in.readStringRequireUtf8();
  }

  private ByteBuffer bytes() throws IOException, UnexpectedGraphException {
    requireWireType(WireFormat.WIRETYPE_LENGTH_DELIMITED);
    return in.readByteBuffer();
  }

  private int length() throws IOException, UnexpectedGraphException {
    requireWireType(WireFormat.WIRETYPE_LENGTH_DELIMITED);
    return in.readRawVarint32();
  }

  private void requireWireType(int expected) throws UnexpectedGraphException {
    int found = WireFormat.getTagWireType(in.getLastTag());
    if (found != expected) {
      throw new UnexpectedGraphException("a field of wire type " + found + " and not " + expected);
    }
  }

  private void message(String name, Set<Integer> repeated, Field field)
      throws IOException, UnexpectedGraphException {
    int outer = in.pushLimit(length());
    fields(name, repeated, field);
    in.popLimit(outer);
  }

  private void fields(String message, Set<Integer> repeated, Field field)
      throws IOException, UnexpectedGraphException {
    Set<Integer> found = new HashSet<>();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      count();
      int number = WireFormat.getTagFieldNumber(tag);
      if (!found.add(number) && !repeated.contains(number)) {
        throw new UnexpectedGraphException("field " + number + " of a " + message + " twice");
      }
      field.read(number);
    }
  }

  private void count() throws UnexpectedGraphException {
    if (++read > MOST_FIELDS) {
      throw new UnexpectedGraphException("more than " + MOST_FIELDS + " fields and numbers");
    }
  }

  private static UnexpectedGraphException unexpected(String message, int field) {
    return new UnexpectedGraphException("field " + field + " of ONNX's " + message);
  }

  private static void expect(String what, long expected, long found)
      throws UnexpectedGraphException {
    if (found != expected) {
      throw new UnexpectedGraphException(what + " of " + found + " and not " + expected);
    }
  }
}
