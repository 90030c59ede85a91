package io.garam.nlu.onnx;

import ai.onnxruntime.OrtException;
import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.encoding.EncodedUtterance;
import io.garam.nlu.encoding.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Input tensors of a model's graph for one batch, in direct buffers that are used again for the
 * next. This class is the contract between the graph that training exports and the tagger. A graph
 * has the inputs of the views that it reads. Those of the words:
 *
 * <ul>
 *   <li>{@link #WORDS}, int32 {@code [batch, time]}: rows of the word table, padded with {@link
 *       Vocabulary#PADDING}
 *   <li>{@link #UNKNOWNS}, int32 {@code [batch, time]}: for a token out of the vocabulary, which
 *       row of {@link #SUBWORDS} spells it; 0 for all others
 *   <li>{@link #SUBWORDS}, int32 {@code [1 + unknown, n-grams]}: rows of the subword table, padded
 *       with 0; the first row is all padding
 *   <li>{@link #SUBWORD_SCALES}, float {@code [1 + unknown, 1]}: 1/√n for n n-grams
 *   <li>{@link #LENGTHS}, int32 {@code [batch]}: tokens of each utterance, at least 1
 * </ul>
 *
 * <p>Those of the characters:
 *
 * <ul>
 *   <li>{@link #CHARACTERS}, int32 {@code [batch, steps, rows of a step]}: rows of the character
 *       table, see {@link CharacterNgrams}, padded with 0
 *   <li>{@link #CHARACTER_LENGTHS}, int32 {@code [batch]}: steps of each utterance, at least 1
 * </ul>
 *
 * <p>Not safe for many threads.
 */
public final class NetworkInputs {

  public static final String WORDS = "words";
  public static final String UNKNOWNS = "unknowns";
  public static final String SUBWORDS = "subwords";
  public static final String SUBWORD_SCALES = "subword_scales";
  public static final String LENGTHS = "lengths";

  public static final String CHARACTERS = "characters";
  public static final String CHARACTER_LENGTHS = "character_lengths";

  /**
   * The one output of a graph that judges every utterance alone, float {@code [batch, labels]}. One
   * that a dialogue step follows has {@link DialogueNetwork#VECTOR} instead.
   */
  public static final String LOGITS = "logits";

  /** What the values of the words' view start with in a graph. */
  public static final String WORD_VIEW = "word";

  /** What the values of the characters' view start with in a graph. */
  public static final String CHARACTER_VIEW = "character";

  private final List<ViewInputs> views;

  /**
   * Makes empty inputs.
   *
   * @param names of a graph's inputs
   */
  NetworkInputs(Set<String> names) {
    List<ViewInputs> found = new ArrayList<>();
    for (String view : views(names)) {
      found.add(view.equals(WORD_VIEW) ? new WordInputs() : new CharacterInputs());
    }
    views = List.copyOf(found);
  }

  /**
   * Returns what the values of each view start with in a graph.
   *
   * @param names of its inputs
   */
  static List<String> views(Set<String> names) {
    List<String> views = new ArrayList<>();
    if (names.contains(WORDS)) {
      views.add(WORD_VIEW);
    }
    if (names.contains(CHARACTERS)) {
      views.add(CHARACTER_VIEW);
    }
    return views;
  }

  /**
   * Fills the buffers with a batch.
   *
   * @throws IllegalArgumentException if an utterance has no tokens, or no characters, in a view
   *     that the graph reads
   */
  void fill(List<EncodedUtterance> utterances) {
    views.forEach(view -> view.fill(utterances));
  }

  /** Adds what was filled in. */
  void feed(Feeds feeds) throws OrtException {
    for (ViewInputs view : views) {
      view.feed(feeds);
    }
  }
}
