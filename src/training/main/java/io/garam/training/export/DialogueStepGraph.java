package io.garam.training.export;

import static io.garam.training.export.Attributes.attribute;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The dialogue step of one view, as a part of a graph.
 *
 * @param graph that it is added to
 * @param view whose network follows dialogues
 */
record DialogueStepGraph(GraphScope graph, ViewWeights view) {

  DialogueWeights weights() {
    return Objects.requireNonNull(view.dialogue(), "a network that follows dialogues");
  }

  /**
   * Adds the step.
   *
   * @param vector the name of the utterances' vectors, {@code [batch, vector]}
   * @param speaker the name of the speakers' rows, {@code [batch]}
   * @param states the names of those where it begins, each {@code [batch, hidden]}
   * @param next takes the names of those where it ends
   * @return the name of its logits
   */
  String logits(String vector, String speaker, List<String> states, List<String> next) {
    DialogueWeights step = weights();
    String table =
        graph.floats(
            "speakers", step.speakers(), step.speakers().length / step.vector(), step.vector());
    String rows = graph.node("Gather", "speaker", List.of(table, speaker));
    String inputs = graph.node("Add", "inputs", List.of(vector, rows));
    String first = graph.longs("first", 0);
    List<String> starts = new ArrayList<>();
    for (String state : states) {
      starts.add(graph.node("Unsqueeze", "start" + starts.size(), List.of(state, first)));
    }
    List<String> ends =
        new RecurrentOperator(
                graph, step.cell(), step.vector(), step.hidden(), List.of(step.recurrent()))
            .states(graph.node("Unsqueeze", "moment", List.of(inputs, first)), "", starts);
    List<String> after = new ArrayList<>();
    for (String end : ends.subList(1, ends.size())) {
      after.add(graph.node("Squeeze", "after" + after.size(), List.of(end, first)));
    }
    next.addAll(after);
    String joined =
        graph.node("Concat", "joined", List.of(after.get(0), inputs), attribute("axis", 1));
    return view.output(graph, joined);
  }
}
