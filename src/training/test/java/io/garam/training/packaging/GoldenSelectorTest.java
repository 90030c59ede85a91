package io.garam.training.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.encoding.Subwords;
import io.garam.nlu.encoding.Subwords.Lengths;
import io.garam.nlu.encoding.UtteranceEncoder;
import io.garam.nlu.encoding.Vocabulary;
import io.garam.nlu.encoding.WordEncoder;
import io.garam.nlu.encoding.WordView;
import io.garam.nlu.text.WordTokenizer;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GoldenSelectorTest {

  private static final UtteranceEncoder ENCODER =
      new UtteranceEncoder(
          new WordEncoder(
              new WordView(
                  new WordTokenizer(true, 128), new Subwords(new Lengths(2, 4), Lengths.NONE, 100)),
              new Vocabulary(List.of("go", "stop"))),
          null);

  @Test
  void everyLabelAndManyLengthsAreThere() {
    Corpus corpus = corpus(400, 20, "go ");

    List<String> chosen = GoldenSelector.of(corpus, ENCODER);

    assertThat(chosen).hasSize(32).doesNotHaveDuplicates();
    assertThat(
            corpus.utterances().stream()
                .filter(utterance -> chosen.contains(utterance.text()))
                .map(LabelledUtterance::label)
                .distinct())
        .hasSize(20);
    assertThat(chosen.stream().mapToInt(String::length).distinct().count()).isGreaterThan(8);
  }

  @Test
  void withManyLabelsThereIsOneForEach() {
    assertThat(GoldenSelector.of(corpus(400, 100, "go "), ENCODER)).hasSize(101);
  }

  @Test
  void oneTextHasUnknownWordsEvenIfTheCorpusHasNone() {
    Corpus corpus =
        new Corpus("two", null, List.of(utterance("go go", "a"), utterance("stop", "b")));

    assertThat(GoldenSelector.of(corpus, ENCODER))
        .contains("go go", "stop")
        .anyMatch(text -> !ENCODER.encode(text).subwords().isEmpty());
  }

  private static Corpus corpus(int size, int labels, String word) {
    return new Corpus(
        "repeats",
        null,
        IntStream.range(0, size)
            .mapToObj(i -> utterance(word.repeat(1 + i % 37) + i, "label " + i % labels))
            .toList());
  }

  private static LabelledUtterance utterance(String text, String label) {
    return new LabelledUtterance(text, label, null, null);
  }
}
