package io.garam.nlu.graph;

import io.garam.nlu.GaramException;
import io.garam.nlu.dialogue.DialogueSpec;
import io.garam.nlu.text.Printable;
import java.nio.file.Path;
import java.util.List;

/**
 * Check of ONNX graphs: compares them with those that training writes for a model of the same
 * sizes, node by node and constant by constant, weights apart. A graph that passes has no loop, no
 * file of its own, no operator but ONNX's, and no value larger than its inputs and its file
 * explain. So nothing else ever reaches ONNX Runtime.
 */
public final class GraphCheck {

  private static final int LONGEST = 300;

  private GraphCheck() {}

  /**
   * Checks a graph that reads utterances.
   *
   * @param graph the serialized ONNX model
   * @param file where it came from
   * @param sizes of the views that it reads
   * @return numbers in the vector of each view; none without a dialogue step
   * @throws GaramException if it is not as training writes it
   */
  public static List<Long> check(byte[] graph, Path file, GraphSizes sizes) {
    try {
      return UtteranceGraph.requireExpected(OnnxReader.read(graph), sizes);
    } catch (UnexpectedGraphException e) {
      throw refusal(file, e);
    }
  }

  /**
   * Checks the graph of a dialogue step.
   *
   * @param graph the serialized ONNX model
   * @param file where it came from
   * @param vectors numbers in the vector of each view
   * @throws GaramException if it is not as training writes it
   */
  public static void checkStep(
      byte[] graph, Path file, List<Long> vectors, int labels, DialogueSpec dialogue) {
    try {
      DialogueGraph.requireExpected(OnnxReader.read(graph), vectors, labels, dialogue);
    } catch (UnexpectedGraphException e) {
      throw refusal(file, e);
    }
  }

  private static GaramException refusal(Path file, UnexpectedGraphException found) {
    return new GaramException(
        "Expected "
            + file
            + " to hold the graph that `garam train` writes for the model.json beside it, but found "
            + Printable.beginning(String.valueOf(found.getMessage()), LONGEST)
            + "; copy the model again or train it anew.",
        found);
  }
}
