package io.garam.nlu.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads ONNX's {@code ValueInfoProto}: the name, type and shape of an input or an output. */
record OnnxValueReader(ProtobufFields in) {

  /** Returns the value's name, a space and its declared type and shape. */
  String read() throws IOException, UnexpectedGraphException {
    StringBuilder name = new StringBuilder();
    List<ElementType> types = new ArrayList<>();
    List<String> shape = new ArrayList<>();
    in.message(
        "ValueInfoProto",
        Set.of(),
        number -> {
          switch (number) {
            case 1 -> name.append(in.string());
            case 2 -> in.message("TypeProto", Set.of(), type -> tensorType(type, types, shape));
            default -> throw UnexpectedGraphException.ofField("ValueInfoProto", number);
          }
        });
    return name + " " + (types.isEmpty() ? "" : types.get(0).declared(shape));
  }

  private void tensorType(int number, List<ElementType> types, List<String> shape)
      throws IOException, UnexpectedGraphException {
    UnexpectedGraphException.requireField(1, number, "TypeProto");
    in.message(
        "TypeProto.Tensor",
        Set.of(),
        part -> {
          switch (part) {
            case 1 -> types.add(ElementType.of(in.number()));
            case 2 -> in.message("TensorShapeProto", Set.of(1), it -> dimension(it, shape));
            default -> throw UnexpectedGraphException.ofField("TypeProto.Tensor", part);
          }
        });
  }

  private void dimension(int number, List<String> shape)
      throws IOException, UnexpectedGraphException {
    UnexpectedGraphException.requireField(1, number, "TensorShapeProto");
    in.message(
        "TensorShapeProto.Dimension",
        Set.of(),
        kind -> {
          switch (kind) {
            case 1 -> shape.add(String.valueOf(in.number()));
            case 2 -> shape.add(in.string());
            default -> throw UnexpectedGraphException.ofField("TensorShapeProto.Dimension", kind);
          }
        });
  }
}
