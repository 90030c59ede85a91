package io.garam.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class UnseenLabelsTest {

  /** A model whose unknown label is {@code oos}. */
  private static final ModelSpec MODEL =
      ModelBundle.read(Path.of("../../models/english-assistant")).spec();

  private static Corpus corpus(String... labels) {
    return new Corpus(
        "c",
        null,
        Stream.of(labels).map(label -> new LabelledUtterance("hi", label, null, null)).toList());
  }

  @Test
  void whatTheModelHasLearnedAndWhatMeansUnknownIsNotWarnedOf() {
    assertThat(UnseenLabels.warning(corpus("alarm", "oos"), MODEL)).isEmpty();
  }

  @Test
  void utterancesAndLabelsThatItNeverLearnedAreCountedAndNamed() {
    assertThat(UnseenLabels.warning(corpus("polka", "alarm", "polka", "waltz"), MODEL))
        .contains(
            "3 of 4 utterances have a label that the model english-assistant "
                + MODEL.version()
                + " never learned and count as errors: polka, waltz.");
  }
}
