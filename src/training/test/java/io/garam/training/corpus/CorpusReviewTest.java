package io.garam.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.text.Tokenizer;
import io.garam.nlu.text.WordTokenizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CorpusReviewTest {

  private static final Tokenizer TOKENIZER = new WordTokenizer(true, 3);
  private static final Corpus SOUND = train("a".repeat(6) + "b".repeat(18));
  private static final Corpus FRESH = corpus("valid.tsv", row("new", "a"), row("fresh", "b"));

  @Test
  void aSoundCorpusHasNoWarnings() {
    CorpusReview review = new CorpusStatistics(SOUND, FRESH, TOKENIZER::tokenize).review();

    assertThat(review.warnings()).isEmpty();
    assertThat(review.summary())
        .isEqualTo(
            "The corpus train.tsv has 24 utterances with 2 labels, from \"a\" (6, 25.0 %) to \"b\""
                + " (18, 75.0 %).");
  }

  @Test
  void rareLabelsAreNamed() {
    Corpus train = train("aaaaabbbbc");

    assertThat(new CorpusStatistics(train, FRESH, TOKENIZER::tokenize).review().warnings())
        .containsExactly(
            "Labels with fewer than 5 utterances in train.tsv: 2 of 3, such as \"c\" with 1; they"
                + " can hardly be learned, so add utterances or join labels.");
  }

  @Test
  void validationTextsThatWereLearnedAreCounted() {
    Corpus valid = corpus("valid.tsv", row("new", "a"), row(" a 1", "a"), row("a 2", "a"));

    assertThat(new CorpusStatistics(SOUND, valid, TOKENIZER::tokenize).review().warnings())
        .containsExactly(
            "Utterances of valid.tsv that are word for word in train.tsv too: 2 of 3 (66.7 %), such"
                + " as \"a 1\"; the figures flatter the model as far as these are copies.");
  }

  @Test
  void aCopyUnderAnotherLabelInTheValidationCorpusIsACopyAndNoContradiction() {
    CorpusReview review =
        new CorpusStatistics(SOUND, corpus("valid.tsv", row("a 1", "b")), TOKENIZER::tokenize)
            .review();

    assertThat(review.shared()).isEqualTo(new CorpusFlaw(1, 1, "\"a 1\""));
    assertThat(review.ambiguous().count()).isZero();
  }

  @Test
  void aTextThatIsRepeatedUnderOneLabelIsNoFlaw() {
    Corpus train = train("aaaaaabbbbbb", row("a 1", "a"), row("a 1", "a"));

    assertThat(new CorpusStatistics(train, FRESH, TOKENIZER::tokenize).review().warnings())
        .isEmpty();
  }

  @Test
  void textsUnderSeveralLabelsAreShownWithThem() {
    Corpus train = train("aaaaaabbbbbb", row("a 1", "b"));

    assertThat(new CorpusStatistics(train, FRESH, TOKENIZER::tokenize).review().warnings())
        .containsExactly(
            "Texts with different labels in different rows of train.tsv: 1 of 12 (8.3 %), such as"
                + " \"a 1\" as a, b; the text alone cannot tell which is meant.");
  }

  @Test
  void ofManyLabelsOnlyThreeAreShown() {
    Corpus train = train("", row("yes", "e"), row("yes", "a"), row("yes", "b"), row("yes", "d"));

    assertThat(new CorpusStatistics(train, FRESH, TOKENIZER::tokenize).review().ambiguous())
        .isEqualTo(new CorpusFlaw(1, 1, "\"yes\" as a, b, d and 1 more"));
  }

  @ParameterizedTest
  @CsvSource({
    "one two three, 0",
    "one two three!, 1",
    "one two three four, 1",
    "'one two ! ', 0",
    "'one two three\t\u3000', 0",
    "one two three 😀, 1",
    "one two 😀, 0",
    "!!!, 0",
    "!!!!, 1"
  })
  void onlyATextWithMoreTokensThanAreKeptIsCut(String text, int cut) {
    Corpus valid = corpus("valid.tsv", row(text, "a"));

    assertThat(new CorpusStatistics(SOUND, valid, TOKENIZER::tokenize).review().cut().count())
        .isEqualTo(cut);
  }

  @Test
  void theExampleOfALongTextIsShortened() {
    Corpus valid = corpus("valid.tsv", row("가나다라마 바사\n".repeat(9), "a"));

    assertThat(new CorpusStatistics(SOUND, valid, TOKENIZER::tokenize).review().cut())
        .isEqualTo(new CorpusFlaw(1, 25, '"' + "가나다라마 바사 ".repeat(5).substring(0, 40) + "…\""));
  }

  @Test
  void aTextWithoutATokenIsFound() {
    Corpus valid = corpus("valid.tsv", row("\u0007", "a"));

    assertThat(new CorpusStatistics(SOUND, valid, TOKENIZER::tokenize).review().warnings())
        .singleElement()
        .asString()
        .startsWith("Utterances without a token: 1 of 25");
  }

  private static LabelledUtterance row(String text, String label) {
    return new LabelledUtterance(text, label, null, null);
  }

  /** A corpus with an utterance for each letter, which is its label. */
  private static Corpus train(String labels, LabelledUtterance... more) {
    List<LabelledUtterance> utterances = new ArrayList<>();
    for (int i = 0; i < labels.length(); i++) {
      String label = labels.substring(i, i + 1);
      utterances.add(row(label + " " + i, label));
    }
    utterances.addAll(List.of(more));
    return new Corpus("train.tsv", null, utterances);
  }

  private static Corpus corpus(String name, LabelledUtterance... utterances) {
    return new Corpus(name, null, List.of(utterances));
  }
}
