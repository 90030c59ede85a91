package io.garam.nlu.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads ONNX's {@code TensorProto}: a constant with its type, its shape and as many raw bytes as
 * these say.
 */
record OnnxTensorReader(ProtobufFields in) {

  private static final int MOST_DIMENSIONS = 8;

  /** Reads a constant and puts it under its name among those read before. */
  void read(Map<String, Tensor> tensors) throws IOException, UnexpectedGraphException {
    StringBuilder name = new StringBuilder();
    List<Long> shape = new ArrayList<>();
    List<ElementType> types = new ArrayList<>();
    List<ByteBuffer> raw = new ArrayList<>();
    in.message(
        "TensorProto",
        Set.of(1),
        number -> {
          switch (number) {
            case 1 -> in.numbers(shape);
            case 2 -> types.add(ElementType.of(in.number()));
            case 8 -> name.append(in.string());
            case 9 -> raw.add(in.bytes());
            default -> throw UnexpectedGraphException.ofField("TensorProto", number);
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
}
