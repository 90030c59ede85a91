package io.garam.nlu.graph;

import java.util.List;
import java.util.Map;

/**
 * The content of an ONNX file.
 *
 * @param inputs each with type and shape, such as {@code words int32[batch,time]}
 * @param outputs as the inputs
 * @param nodes in the order in which they are computed
 * @param tensors the constants by name
 */
record OnnxGraph(
    List<String> inputs, List<String> outputs, List<Node> nodes, Map<String, Tensor> tensors) {

  /**
   * Returns a dimension of a constant.
   *
   * @throws UnexpectedGraphException if there is no such constant or dimension
   */
  long dimension(String name, int index) throws UnexpectedGraphException {
    Tensor tensor = tensors.get(name);
    if (tensor == null || tensor.shape().size() <= index) {
      throw new UnexpectedGraphException("no constant \"" + name + "\" of such a shape");
    }
    return tensor.shape().get(index);
  }

  /**
   * A step of the computation.
   *
   * @param operator of ONNX's own domain
   * @param inputs names of values, empty for one that is left out
   * @param outputs names of values
   * @param attributes each as {@code name=value}, in the order written
   */
  record Node(String operator, List<String> inputs, List<String> outputs, List<String> attributes) {

    /** Returns the step in one line, such as {@code sums = Add(a,b)}. */
    @Override
    public String toString() {
      String settings = attributes.isEmpty() ? "" : " " + String.join(" ", attributes);
      return String.join(",", outputs)
          + " = "
          + operator
          + "("
          + String.join(",", inputs)
          + ")"
          + settings;
    }
  }
}
