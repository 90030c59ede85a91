package io.garam.training.embedding;

import io.garam.nlu.encoding.Vocabulary;
import io.garam.nlu.encoding.WordEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Token index of words: in training, unlike at tagging, every word has its n-grams, known or not.
 */
public final class WordIndex implements TokenIndex {

  private final WordEncoder encoder;
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<EmbeddingRows> embeddingRows = new ArrayList<>();

  public WordIndex(WordEncoder encoder) {
    this.encoder = encoder;
    embeddingRows.add(EmbeddingRows.of(Vocabulary.UNKNOWN, new int[0]));
  }

  @Override
  public int[] ids(String text) {
    return encoder.view().tokenizer().tokenize(text).stream().mapToInt(this::id).toArray();
  }

  private int id(String token) {
    return ids.computeIfAbsent(
        token,
        t -> {
          embeddingRows.add(
              EmbeddingRows.of(encoder.vocabulary().row(t), encoder.view().subwords().rows(t)));
          return embeddingRows.size() - 1;
        });
  }

  @Override
  public EmbeddingRows embeddingRows(int id) {
    return embeddingRows.get(id);
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
  public List<EmbeddingRows> ready() {
    return encoder.vocabulary().tokens().stream().map(token -> embeddingRows(id(token))).toList();
  }
}
