package io.garam.nlu.graph;

import io.garam.nlu.graph.OnnxGraph.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads ONNX's {@code NodeProto}: a step of the computation with its attributes. */
record OnnxNodeReader(ProtobufFields in) {

  /** Returns the node; what the graph needs of it, and nothing else, is kept. */
  Node read() throws IOException, UnexpectedGraphException {
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
            case 5 -> attributes.add(new OnnxAttributeReader(in).read());
            default -> throw UnexpectedGraphException.ofField("NodeProto", number);
          }
        });
    return new Node(String.join("", operator), inputs, outputs, attributes);
  }
}
