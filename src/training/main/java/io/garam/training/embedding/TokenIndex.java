package io.garam.training.embedding;

import java.util.List;

/**
 * Token index: all distinct tokens that training meets in one view of the utterances, each with its
 * embedding rows.
 */
public sealed interface TokenIndex permits WordIndex, CharacterIndex {

  /** A token of which nothing is told. */
  int BLANK = 0;

  /** Returns the ids of a text's tokens, new ones for those not met before. */
  int[] ids(String text);

  /** Returns the rows of a token. */
  EmbeddingRows embeddingRows(int id);

  /** Returns how many rows the table of the tokens' own vectors has, padding included. */
  int ownRows();

  /** Returns how many rows the table of n-grams has, padding included. */
  int ngramRows();

  /** Returns the tokens whose finished vectors the bundle holds. */
  List<EmbeddingRows> ready();
}
