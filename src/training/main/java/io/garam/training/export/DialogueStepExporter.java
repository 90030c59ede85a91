package io.garam.training.export;

import static ai.onnx.proto.OnnxMl.TensorProto.DataType.FLOAT;
import static ai.onnx.proto.OnnxMl.TensorProto.DataType.INT32;
import static io.garam.training.export.Attributes.attribute;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.garam.nlu.onnx.DialogueNetwork;
import java.util.ArrayList;
import java.util.List;
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

  private ModelProto graph() {
    String vector = graph.input(DialogueNetwork.VECTOR, FLOAT, "batch", "vector");
    String speaker = graph.input(DialogueNetwork.SPEAKER, INT32, "batch");
    String state = graph.input(DialogueNetwork.STATE, FLOAT, "batch", "state");
    List<DialogueStepGraph> steps = new ArrayList<>();
    for (int view = 0; view < views.size(); view++) {
      steps.add(new DialogueStepGraph(new GraphScope(graph, "view" + view), views.get(view)));
    }
    List<String> vectors =
        split(vector, steps.stream().map(step -> step.weights().vector()).toList());
    List<String> states =
        split(
            state,
            steps.stream()
                .map(DialogueStepGraph::weights)
                .flatMap(step -> Stream.generate(step::hidden).limit(step.cell().states()))
                .toList());
    List<String> logits = new ArrayList<>();
    List<String> next = new ArrayList<>();
    for (int view = 0; view < steps.size(); view++) {
      DialogueStepGraph step = steps.get(view);
      int parts = step.weights().cell().states();
      List<String> starts = states.subList(next.size(), next.size() + parts);
      logits.add(step.logits(vectors.get(view), speaker, starts, next));
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
}
