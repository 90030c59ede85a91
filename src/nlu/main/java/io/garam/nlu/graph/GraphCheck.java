package io.garam.nlu.graph;

import io.garam.nlu.GaramException;
import io.garam.nlu.text.Printable;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
   * Checks the graphs of a bundle.
   *
   * @param utterance the serialized ONNX model that reads an utterance
   * @param utteranceFile where it came from
   * @param step that of the dialogue step, null where there is none
   * @param stepFile where that came from
   * @throws GaramException if a graph is not as training writes it
   */
  public static void check(
      byte[] utterance,
      Path utteranceFile,
      byte @Nullable [] step,
      Path stepFile,
      GraphSizes sizes) {
    List<Long> vectors;
    try {
      vectors = UtteranceGraph.requireExpected(OnnxReader.read(utterance), sizes);
    } catch (UnexpectedGraphException e) {
      throw refusal(utteranceFile, e);
    }
    if (step != null && sizes.dialogue() != null) {
      try {
        DialogueGraph.requireExpected(
            OnnxReader.read(step), vectors, sizes.labels(), sizes.dialogue());
      } catch (UnexpectedGraphException e) {
        throw refusal(stepFile, e);
      }
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
