package io.garam.nlu.graph;

import java.util.List;

/**
 * Template of nodes as lines (see {@link OnnxGraph.Node#toString}), with words in capitals for what
 * differs between models and % for the name that values start with.
 */
record NodeTemplate(String text) {

  /** Returns the same with a name that values start with. */
  NodeTemplate named(String name) {
    return with("%", name);
  }

  /** Returns the same with a word replaced. */
  NodeTemplate with(String word, CharSequence replacement) {
    return new NodeTemplate(text.replace(word, replacement));
  }

  /** Returns the same with a recurrent operator and its attributes. */
  NodeTemplate with(Recurrence cell) {
    return with("CELL", cell.operator()).with("SETTINGS", cell.settings());
  }

  /** Returns the nodes, one a line. */
  List<String> nodes() {
    return text.lines().toList();
  }
}
