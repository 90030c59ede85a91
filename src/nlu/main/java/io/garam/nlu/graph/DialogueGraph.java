package io.garam.nlu.graph;

import io.garam.nlu.dialogue.DialogueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The graph of the dialogue step, as training writes it for a model of given sizes. */
final class DialogueGraph {

  private final OnnxGraph found;
  private final ExpectedGraph expected = new ExpectedGraph();
  private final List<Recurrence> cells = new ArrayList<>();

  private DialogueGraph(OnnxGraph found, int views) throws UnexpectedGraphException {
    this.found = found;
    for (int view = 0; view < views; view++) {
      cells.add(Recurrence.in(found, "view" + view));
    }
  }

  /**
   * Compares a graph with the one that training would have written.
   *
   * @param vectors numbers in the vector of each view
   * @throws UnexpectedGraphException if it is another one
   */
  static void requireExpected(
      OnnxGraph found, List<Long> vectors, int labels, DialogueSpec dialogue)
      throws UnexpectedGraphException {
    new DialogueGraph(found, vectors.size()).compare(vectors, labels, dialogue);
  }

  private void compare(List<Long> vectors, int labels, DialogueSpec dialogue)
      throws UnexpectedGraphException {
    expected.input("vector", ElementType.FLOAT, "batch", "vector");
    expected.input("speaker", ElementType.INT32, "batch");
    expected.input("state", ElementType.FLOAT, "batch", "state");
    expected.output("logits", "batch", "labels");
    expected.output("next_state", "batch", "state");
    List<Long> parts = new ArrayList<>();
    for (Recurrence cell : cells) {
      parts.addAll(IntStream.range(0, cell.states()).mapToObj(i -> (long) cell.hidden()).toList());
    }
    long state = parts.stream().mapToLong(Long::longValue).sum();
    if (state != dialogue.stateSize()) {
      throw new UnexpectedGraphException(
          "a state of " + state + " numbers in place of " + dialogue.stateSize());
    }
    List<String> split = split("vector", vectors);
    List<String> states = split("state", parts);
    List<String> logits = new ArrayList<>();
    List<String> next = new ArrayList<>();
    for (int view = 0; view < cells.size(); view++) {
      String name = "view" + view;
      Recurrence cell = cells.get(view);
      List<String> own = states.subList(next.size(), next.size() + cell.states());
      step(name, cell, vectors.get(view), labels, dialogue.speakerRows());
      expected.nodes(StepTemplate.nodes(name, split.get(view), own, cell));
      logits.add(name + "_logits");
      IntStream.range(0, cell.states()).forEach(i -> next.add(name + "_after" + i));
    }
    expected.node("logits = Mean(" + String.join(",", logits) + ")");
    expected.node("next_state = Concat(" + String.join(",", next) + ") axis=1");
    expected.requireSame(found);
  }

  private void step(String name, Recurrence cell, long vector, long labels, long speakers) {
    expected.floats(name + "_speakers", speakers, vector);
    expected.longs(name + "_first", 0L);
    expected.recurrence(name, cell, vector);
    expected.linear(name + "_output", labels, cell.hidden() + vector);
  }

  /** The names of a value's parts: its own where it has one. */
  private List<String> split(String value, List<Long> columns) {
    if (columns.size() == 1) {
      return List.of(value);
    }
    List<String> parts = IntStream.range(0, columns.size()).mapToObj(i -> value + i).toList();
    expected.longs(value + "_parts", columns.toArray(Long[]::new));
    expected.node(String.join(",", parts) + " = Split(" + value + "," + value + "_parts) axis=1");
    return parts;
  }
}
