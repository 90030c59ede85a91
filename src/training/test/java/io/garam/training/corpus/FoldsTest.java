package io.garam.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FoldsTest {

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyUtteranceIsHeldOutOnce(boolean dialogues) {
    Corpus corpus = corpus(103, dialogues);
    List<String> heldOut = new ArrayList<>();

    for (TrainValidationSplit fold : new Folds(5, 1).of(corpus)) {
      heldOut.addAll(fold.valid().texts());
      assertThat(fold.valid().size()).isBetween(15, 26);
      assertThat(fold.train().texts())
          .doesNotContainAnyElementsOf(fold.valid().texts())
          .hasSize(corpus.size() - fold.valid().size());
    }

    assertThat(heldOut).containsExactlyInAnyOrderElementsOf(corpus.texts());
  }

  @Test
  void aFoldHasItsShareOfEveryLabel() {
    for (TrainValidationSplit fold : new Folds(5, 1).of(corpus(100, false))) {
      assertThat(fold.valid().utterances())
          .filteredOn(utterance -> utterance.label().equals("rare"))
          .hasSize(2);
    }
  }

  @Test
  void aDialogueIsNeverTornApart() {
    for (TrainValidationSplit fold : new Folds(4, 1).of(corpus(100, true))) {
      assertThat(fold.train().utterances())
          .extracting(LabelledUtterance::dialogue)
          .doesNotContainAnyElementsOf(
              fold.valid().utterances().stream().map(LabelledUtterance::dialogue).toList());
    }
  }

  /** Issue 12: they made one dialogue called "null", and folds of 90, 80, 80, 80 and 670. */
  @Test
  void utterancesWithoutADialogueAreOneEach() {
    List<LabelledUtterance> utterances = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      String dialogue = i < 400 ? "dialogue " + i / 10 : null;
      utterances.add(new LabelledUtterance("text " + i, "a" + i % 2, dialogue, null));
    }

    List<TrainValidationSplit> folds =
        new Folds(5, 1).of(new Corpus("mixed.tsv", null, utterances));

    assertThat(folds).allSatisfy(fold -> assertThat(fold.valid().size()).isBetween(120, 280));
    assertThat(new HeldOutPart(0.1, 1).of(new Corpus("mixed.tsv", null, utterances)).valid().size())
        .isBetween(90, 110);
  }

  @Test
  void moreFoldsThanUtterancesAreRefused() {
    assertThatThrownBy(() -> new Folds(5, 1).of(corpus(3, false)))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("at least 5 utterances in the corpus folds.tsv")
        .hasMessageContaining("has 3; ask for fewer folds");
  }

  private static Corpus corpus(int size, boolean dialogues) {
    return new Corpus(
        "folds.tsv",
        null,
        IntStream.range(0, size)
            .mapToObj(
                i ->
                    new LabelledUtterance(
                        "text " + i,
                        i % 10 == 0 ? "rare" : "frequent",
                        dialogues ? "dialogue " + i / 5 : null,
                        null))
            .toList());
  }
}
