package io.garam.training.network;

import io.garam.nlu.encoding.Vocabulary;
import io.garam.nlu.encoding.WordEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words: in training, unlike at tagging, every word is spelled out, known or not. */
final class WordLexicon implements Lexicon {

  private final WordEncoder encoder;
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<Spelling> spellings = new ArrayList<>();

  WordLexicon(WordEncoder encoder) {
    this.encoder = encoder;
    spellings.add(Spelling.of(Vocabulary.UNKNOWN, new int[0]));
  }

  @Override
  public int[] ids(String text) {
    return encoder.view().tokenizer().tokenize(text).stream().mapToInt(this::id).toArray();
  }

  private int id(String token) {
    return ids.computeIfAbsent(
        token,
        t -> {
          spellings.add(
              Spelling.of(encoder.vocabulary().row(t), encoder.view().subwords().rows(t)));
          return spellings.size() - 1;
        });
  }

  @Override
  public Spelling spelling(int id) {
    return spellings.get(id);
  }

  @Override
  public int ownRows() {
    return encoder.vocabulary().size();
  }

  @Override
  public int ngramRows() {
    return 1 + encoder.view().subwords().buckets();
  }

  @Override
  public List<Spelling> ready() {
    return encoder.vocabulary().tokens().stream().map(token -> spelling(id(token))).toList();
  }
}
