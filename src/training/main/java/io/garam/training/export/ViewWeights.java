package io.garam.training.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dense weights of one view's network: token vectors into one recurrent layer, whose last state and
 * maximum over time go into a linear output.
 *
 * @param cell the recurrent cell
 * @param embedding numbers in a token vector
 * @param hidden units of the layer in each direction
 * @param labels how many labels
 * @param directions forward, then backward where the layer has both
 * @param dialogue the dialogue step between those and the output, null where there is none
 * @param outputWeight {@code [labels, 2 * directions * hidden]}: of last states, then maxima; with
 *     a dialogue step {@code [labels, its hidden + its vector]}
 * @param outputBias {@code [labels]}
 */
public record ViewWeights(
    Cell cell,
    int embedding,
    int hidden,
    int labels,
    List<DirectionWeights> directions,
    @Nullable DialogueWeights dialogue,
    float[] outputWeight,
    float[] outputBias) {

  public ViewWeights {
    directions = List.copyOf(directions);
  }

  /** Returns the numbers of a state, of all directions together. */
  int stateSize() {
    return directions.size() * hidden;
  }

  /** Adds the output to a graph: the name of the logits from that of what they come from. */
  String output(GraphScope graph, String features) {
    return graph.linear("output", features, outputWeight, outputBias, "logits");
  }
}
