package io.garam.training.embedding;

import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.encoding.Vocabulary;
import java.util.Arrays;
import java.util.List;

/**
 * Token index of steps over characters, each with what stands before it: nothing but rows of the
 * n-gram table. Large corpora have millions of them, so that they are kept in two arrays, of rows
 * and of a hash table with linear probing: 24 to 64 bytes each where a step is a character.
 */
public final class CharacterIndex implements TokenIndex {

  private static final int SMALLEST = 1024;

  private final CharacterNgrams characters;
  private final int width;

  /** The rows of each id, {@code [ids, width]}. */
  private int[] rows;

  /** Ids by the hash of their rows; {@link #BLANK}, which has none, for a free slot. */
  private int[] slots = new int[2 * SMALLEST];

  private int size = 1;

  public CharacterIndex(CharacterNgrams characters) {
    this.characters = characters;
    this.width = characters.rowsOfStep();
    this.rows = new int[SMALLEST * width];
  }

  @Override
  public int[] ids(String text) {
    int[] found = characters.rows(text);
    int[] ids = new int[found.length / width];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = id(found, i * width);
    }
    return ids;
  }

  private int id(int[] from, int at) {
    int slot = slot(from, at);
    if (slots[slot] == BLANK) {
      if (2 * size >= slots.length) {
        grow();
        slot = slot(from, at);
      }
      System.arraycopy(from, at, rows, size * width, width);
      slots[slot] = size++;
    }
    return slots[slot];
  }

  /** Returns where the id of rows is or, if it is nowhere, where it would be. */
  private int slot(int[] from, int at) {
    int hash = 0;
    for (int i = at; i < at + width; i++) {
      hash = (hash ^ from[i]) * 0x9e3779b1;
    }
    int slot = (hash ^ hash >>> 15) & (slots.length - 1);
    while (slots[slot] != BLANK && !isAt(slots[slot], from, at)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean isAt(int id, int[] from, int at) {
    return Arrays.equals(rows, id * width, (id + 1) * width, from, at, at + width);
  }

  private void grow() {
    rows = Arrays.copyOf(rows, 2 * rows.length);
    slots = new int[2 * slots.length];
    for (int id = 1; id < size; id++) {
      slots[slot(rows, id * width)] = id;
    }
  }

  @Override
  public EmbeddingRows embeddingRows(int id) {
    int[] ngrams = new int[width];
    int count = 0;
    for (int i = id * width; i < (id + 1) * width; i++) {
      if (rows[i] != Vocabulary.PADDING) {
        ngrams[count++] = rows[i];
      }
    }
    return new EmbeddingRows(Vocabulary.PADDING, Arrays.copyOf(ngrams, count), 1);
  }

  @Override
  public int ownRows() {
    return 1;
  }

  @Override
  public int ngramRows() {
    return 1 + characters.buckets();
  }

  @Override
  public List<EmbeddingRows> ready() {
    return List.of();
  }
}
