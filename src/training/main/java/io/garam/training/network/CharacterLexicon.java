package io.garam.training.network;

import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.encoding.Vocabulary;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The characters, each with what stands before it: nothing but rows of the n-gram table. */
final class CharacterLexicon implements Lexicon {

  private final CharacterNgrams characters;
  private final Map<IntBuffer, Integer> ids = new HashMap<>();
  private final List<Spelling> spellings = new ArrayList<>();

  CharacterLexicon(CharacterNgrams characters) {
    this.characters = characters;
    spellings.add(new Spelling(Vocabulary.PADDING, new int[0], 1));
  }

  @Override
  public int[] ids(String text) {
    int[] rows = characters.rows(text);
    return IntStream.iterate(0, i -> i < rows.length, i -> i + CharacterNgrams.PER_CHARACTER)
        .map(i -> id(Arrays.copyOfRange(rows, i, i + CharacterNgrams.PER_CHARACTER)))
        .toArray();
  }

  private int id(int[] rows) {
    return ids.computeIfAbsent(
        IntBuffer.wrap(rows),
        key -> {
          int[] ngrams = IntStream.of(rows).filter(row -> row != Vocabulary.PADDING).toArray();
          spellings.add(new Spelling(Vocabulary.PADDING, ngrams, 1));
          return spellings.size() - 1;
        });
  }

  @Override
  public Spelling spelling(int id) {
    return spellings.get(id);
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
  public List<Spelling> ready() {
    return List.of();
  }
}
