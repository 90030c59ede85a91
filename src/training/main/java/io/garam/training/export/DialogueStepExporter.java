package io.garam.training.export;

import static ai.onnx.proto.OnnxMl.TensorProto.DataType.FLOAT;
import static ai.onnx.proto.OnnxMl.TensorProto.DataType.INT32;
import static io.garam.training.export.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.garam.nlu.onnx.DialogueNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Writes the dialogue step of a trained classifier. Each view has a step of its own, over its part
 * of the vector and of the state; the logits are the mean of theirs.
 */
final class DialogueStepExporter {

  private final GraphBuilder graph = new GraphBuilder();
  private final List<ViewWeights> views;

  private DialogueStepExporter(List<ViewWeights> views) {
    this.views = views;
  }

  /**
   * Returns a graph with the inputs and the outputs of {@link DialogueNetwork}, of a network that
   * follows dialogues.
   */
  static ModelProto export(NetworkWeights weights) {
    return new DialogueStepExporter(weights.views()).graph();
  }

  private static DialogueWeights step(ViewWeights view) {
    return Objects.requireNonNull(view.dialogue(), "a network that follows dialogues");
  }

  private ModelProto graph() {
    String vector = graph.input(DialogueNetwork.VECTOR, FLOAT, "batch", "vector");
    String speaker = graph.input(DialogueNetwork.SPEAKER, INT32, "batch");
    String state = graph.input(DialogueNetwork.STATE, FLOAT, "batch", "state");
    List<String> vectors = split(vector, views.stream().map(view -> step(view).vector()).toList());
    List<String> states =
        split(
            state,
            views.stream()
                .map(DialogueStepExporter::step)
                .flatMap(step -> Stream.generate(step::hidden).limit(step.cell().states()))
                .toList());
    List<String> logits = new ArrayList<>();
    List<String> next = new ArrayList<>();
    for (int view = 0; view < views.size(); view++) {
      int parts = step(views.get(view)).cell().states();
      logits.add(
          step(
              "view" + view,
              views.get(view),
              vectors.get(view),
              speaker,
              states.subList(next.size(), next.size() + parts),
              next));
    }
    graph.node("Mean", DialogueNetwork.LOGITS, logits);
    graph.node("Concat", DialogueNetwork.NEXT_STATE, next, attribute("axis", 1));
    graph.output(DialogueNetwork.LOGITS, FLOAT, "batch", "labels");
    graph.output(DialogueNetwork.NEXT_STATE, FLOAT, "batch", "state");
    return graph.build();
  }

  /** Cuts {@code [batch, columns]} into parts of so many columns. */
  private List<String> split(String value, List<Integer> columns) {
    if (columns.size() == 1) {
      return List.of(value);
    }
    List<String> parts = new ArrayList<>();
    for (int part = 0; part < columns.size(); part++) {
      parts.add(value + part);
    }
    String sizes =
        graph.longs(value + "_parts", columns.stream().mapToLong(Integer::longValue).toArray());
    return graph.node("Split", parts, List.of(value, sizes), attribute("axis", 1));
  }

  /**
   * Adds one view's step.
   *
   * @param states where it begins, each {@code [batch, hidden]}
   * @param next takes the names of those where it ends
   * @return the name of its logits
   */
  private String step(
      String name,
      ViewWeights view,
      String vector,
      String speaker,
      List<String> states,
      List<String> next) {
    DialogueWeights step = step(view);
    String table =
        graph.floats(
            name + "_speakers",
            step.speakers(),
            step.speakers().length / step.vector(),
            step.vector());
    String rows = graph.node("Gather", name + "_speaker", List.of(table, speaker));
    String inputs = graph.node("Add", name + "_inputs", List.of(vector, rows));
    String first = graph.longs(name + "_first", 0);
    List<String> starts = new ArrayList<>();
    for (String state : states) {
      starts.add(graph.node("Unsqueeze", name + "_start" + starts.size(), List.of(state, first)));
    }
    List<String> ends =
        new RecurrentOperator(
                graph, name, step.cell(), step.vector(), step.hidden(), List.of(step.recurrent()))
            .states(graph.node("Unsqueeze", name + "_moment", List.of(inputs, first)), "", starts);
    List<String> after = new ArrayList<>();
    for (String end : ends.subList(1, ends.size())) {
      after.add(graph.node("Squeeze", name + "_after" + after.size(), List.of(end, first)));
    }
    next.addAll(after);
    String joined =
        graph.node("Concat", name + "_joined", List.of(after.get(0), inputs), attribute("axis", 1));
    return view.output(graph, name, joined, name + "_logits");
  }
}
