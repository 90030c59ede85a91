package io.garam.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.encoding.Vocabulary;
import io.garam.nlu.text.WhiteSpaceTokenizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VocabularyChoiceTest {

  private static final WhiteSpaceTokenizer TOKENIZER = new WhiteSpaceTokenizer(true, 128);

  @Test
  void tokensSeenTwiceAreKeptTheMostFrequentFirst() {
    Vocabulary vocabulary =
        VocabularyChoice.of(List.of("b a a", "once b b", "c a c", "d d"), TOKENIZER);

    assertThat(vocabulary.tokens()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void aVocabularyHasACeilingBelowWhichTheRarestFall() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < VocabularyChoice.MOST_TOKENS + 10; i++) {
      texts.add("t" + i + " t" + i);
    }
    texts.add("often often often");

    Vocabulary vocabulary = VocabularyChoice.of(texts, TOKENIZER);

    assertThat(vocabulary.tokens()).hasSize(VocabularyChoice.MOST_TOKENS).startsWith("often");
  }
}
