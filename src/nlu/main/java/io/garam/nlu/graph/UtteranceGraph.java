package io.garam.nlu.graph;

import java.util.ArrayList;
import java.util.List;

/** The graph that reads an utterance, as training writes it for a model of given sizes. */
final class UtteranceGraph {

  /** Rows of each character, which are numbered in its place among the inputs. */
  private static final String NGRAMS = "ngrams_of_character";

  private final OnnxGraph found;
  private final GraphSizes sizes;
  private final ExpectedGraph expected = new ExpectedGraph();
  private final List<String> answers = new ArrayList<>();

  /** Numbers in the vector of each view, where a dialogue step goes on from there. */
  private final List<Long> vectors = new ArrayList<>();

  private UtteranceGraph(OnnxGraph found, GraphSizes sizes) {
    this.found = found;
    this.sizes = sizes;
  }

  /**
   * Compares a graph with the one that training would have written.
   *
   * @return numbers in the vector of each view; none without a dialogue step
   * @throws UnexpectedGraphException if it is another one
   */
  static List<Long> requireExpected(OnnxGraph found, GraphSizes sizes)
      throws UnexpectedGraphException {
    return new UtteranceGraph(found, sizes).vectors();
  }

  private List<Long> vectors() throws UnexpectedGraphException {
    if (sizes.words() > 0) {
      words();
    }
    if (sizes.characters() > 0) {
      characters();
    }
    String all = "(" + String.join(",", answers) + ")";
    if (sizes.dialogue() == null) {
      expected.node("logits = Mean" + all);
      expected.output("logits", "batch", "labels");
    } else {
      expected.node("vector = Concat" + all + " axis=1");
      expected.output("vector", "batch", "vector");
    }
    expected.requireSame(found);
    return vectors;
  }

  private void words() throws UnexpectedGraphException {
    expected.input("words", ElementType.INT32, "batch", "time");
    expected.input("unknowns", ElementType.INT32, "batch", "time");
    expected.input("subwords", ElementType.INT32, "spelled", "ngrams");
    expected.input("subword_scales", ElementType.FLOAT, "spelled", "one");
    expected.input("lengths", ElementType.INT32, "batch");
    long embedding = found.dimension("words_bytes", 1);
    expected.table("words", sizes.words(), embedding);
    expected.table("subwords", 1L + sizes.subwords(), embedding);
    expected.longs("ngram_axis", 1L);
    expected.nodes(ViewTemplate.words());
    view("word", "token_vectors", "lengths", embedding);
  }

  private void characters() throws UnexpectedGraphException {
    expected.input("characters", ElementType.INT32, "batch", "characters", NGRAMS);
    expected.input("character_lengths", ElementType.INT32, "batch");
    long embedding = found.dimension("characters_bytes", 1);
    expected.table("characters", 1L + sizes.characters(), embedding);
    expected.longs("character_ngram_axis", 2L);
    expected.nodes(ViewTemplate.characters());
    view("character", "character_vectors", "character_lengths", embedding);
  }

  private void view(String name, String tokens, String lengths, long embedding)
      throws UnexpectedGraphException {
    Recurrence cell = Recurrence.in(found, name);
    boolean answersInLogits = sizes.dialogue() == null;
    long state = (long) cell.directions() * cell.hidden();
    expected.recurrence(name, cell, embedding);
    expected.pooling(name, state);
    String output = name + (answersInLogits ? "_output" : "_vector");
    long columns = answersInLogits ? sizes.labels() : found.dimension(output + "_bias", 0);
    expected.linear(output, columns, 2 * state);
    expected.nodes(ViewTemplate.view(name, tokens, lengths, cell, answersInLogits));
    answers.add(name + (answersInLogits ? "_logits" : "_vector"));
    if (!answersInLogits) {
      vectors.add(columns);
    }
  }
}
