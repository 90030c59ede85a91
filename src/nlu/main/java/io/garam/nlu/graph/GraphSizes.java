package io.garam.nlu.graph;

import io.garam.nlu.dialogue.DialogueSpec;
import org.jspecify.annotations.Nullable;

/**
 * Sizes of a graph, or of a model's graphs together, as its spec gives them.
 *
 * @param labels how many labels
 * @param words rows of the word table; 0 where the model reads characters alone
 * @param subwords rows of the subword table without padding
 * @param characters rows of the character table without padding; 0 where the model reads words
 *     alone
 * @param dialogue how the model follows dialogues, null where it does not
 */
public record GraphSizes(
    int labels, int words, int subwords, int characters, @Nullable DialogueSpec dialogue) {

  /** Returns the sizes of a graph of the words alone. */
  public GraphSizes ofWords() {
    return new GraphSizes(labels, words, subwords, 0, dialogue);
  }

  /** Returns the sizes of a graph of the characters alone. */
  public GraphSizes ofCharacters() {
    return new GraphSizes(labels, 0, 0, characters, dialogue);
  }
}
