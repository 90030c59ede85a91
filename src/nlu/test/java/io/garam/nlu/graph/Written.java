package io.garam.nlu.graph;

import io.garam.nlu.graph.OnnxGraph.Node;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A graph from the lines that a person reads, to compare and to change. */
record Written(
    List<String> inputs, List<String> outputs, List<String> nodes, List<String> tensors) {

  private static final Pattern NODE = Pattern.compile("(.*) = (\\w+)\\((.*?)\\)(?: (.*))?");
  private static final Pattern TENSOR = Pattern.compile("(\\w+) (\\w+)\\[([\\d,]*)](?: \\[(.*)])?");

  static Written of(String inputs, String outputs, String nodes, String tensors) {
    return new Written(lines(inputs), lines(outputs), lines(nodes), lines(tensors));
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  /** Returns the same with every occurrence of some text replaced, which must be there. */
  Written with(String part, String other) {
    Written changed =
        new Written(
            replaced(inputs, part, other),
            replaced(outputs, part, other),
            replaced(nodes, part, other),
            replaced(tensors, part, other));
    if (changed.equals(this)) {
      throw new IllegalArgumentException("\"" + part + "\" is nowhere in the graph");
    }
    return changed;
  }

  private static List<String> replaced(List<String> lines, String part, String other) {
    return lines.stream()
        .map(line -> line.replace(part, other))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  OnnxGraph graph() {
    Map<String, Tensor> constants = new HashMap<>();
    tensors.forEach(line -> constants.put(line.replaceAll(" .*", ""), tensor(line)));
    return new OnnxGraph(inputs, outputs, nodes.stream().map(Written::node).toList(), constants);
  }

  private static Node node(String line) {
    Matcher parts = NODE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException(line);
    }
    return new Node(
        parts.group(2),
        List.of(parts.group(3).split(",", -1)),
        List.of(parts.group(1).split(",", -1)),
        parts.group(4) == null ? List.of() : attributes(parts.group(4)));
  }

  private static List<String> attributes(String text) {
    return Arrays.asList(text.split(" (?=\\w+=)"));
  }

  private static Tensor tensor(String line) {
    Matcher parts = TENSOR.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException(line);
    }
    ElementType type = ElementType.valueOf(parts.group(2).toUpperCase(Locale.ROOT));
    List<Long> shape = new ArrayList<>();
    for (String dimension : parts.group(3).split(",", -1)) {
      if (!dimension.isEmpty()) {
        shape.add(Long.parseLong(dimension));
      }
    }
    ByteBuffer raw =
        ByteBuffer.allocate((int) Tensor.bytes(type, shape)).order(ByteOrder.LITTLE_ENDIAN);
    if (parts.group(4) != null) {
      for (String number : parts.group(4).split(", ", -1)) {
        if (type == ElementType.INT64) {
          raw.putLong(Long.parseLong(number));
        } else {
          raw.putInt(Integer.parseInt(number));
        }
      }
      raw.rewind();
    }
    return new Tensor(type, shape, raw);
  }
}
