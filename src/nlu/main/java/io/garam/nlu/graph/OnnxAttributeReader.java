package io.garam.nlu.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads ONNX's {@code AttributeProto}: a setting of a node, whose value must be of the type that is
 * declared for it.
 */
record OnnxAttributeReader(ProtobufFields in) {

  /** Types of attributes (INT, STRING, INTS) by the field of their value. */
  private static final Map<Integer, Set<Long>> TYPES =
      Map.of(3, Set.of(2L), 4, Set.of(3L), 8, Set.of(7L));

  /** Returns the attribute as {@code name=value}. */
  String read() throws IOException, UnexpectedGraphException {
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
            default -> throw UnexpectedGraphException.ofField("AttributeProto", number);
          }
          types.addAll(TYPES.getOrDefault(number, Set.of()));
        });
    // ONNX Runtime acts on the type alone.
    if (!types.equals(declared)) {
      throw new UnexpectedGraphException(
          "the attribute \"" + name + "\", whose value is not of its type");
    }
    return name + "=" + (numbers.isEmpty() ? String.join(",", values) : numbers.toString());
  }
}
