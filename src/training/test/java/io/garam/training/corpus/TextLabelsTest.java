package io.garam.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextLabelsTest {

  @Test
  void aTextIsTheSameWithWhiteSpaceAroundIt() {
    TextLabels labels = labels("hello", "greet", " hello ", "greet");

    assertThat(labels.contain("hello\n")).isTrue();
    assertThat(labels.contain("hell")).isFalse();
    assertThat(labels.ambiguous()).isEqualTo(new CorpusFlaw(0, 1, ""));
  }

  @Test
  void textsWithSeveralLabelsAreAmbiguous() {
    TextLabels labels = labels("yes", "b", "no", "a", "yes", "a", "yes", "b");

    assertThat(labels.ambiguous()).isEqualTo(new CorpusFlaw(1, 2, "\"yes\" as a, b"));
  }

  @Test
  void theExampleIsTheFirstAndNamesAFewLabels() {
    TextLabels labels =
        labels("ok", "a", "yes", "a", "yes", "b", "ok", "e", "ok", "d", "ok", "c", "ok", "b");

    assertThat(labels.ambiguous()).isEqualTo(new CorpusFlaw(2, 2, "\"ok\" as a, b, c and 2 more"));
  }

  /** Makes the labels of a corpus of texts, each with its label behind it. */
  private static TextLabels labels(String... textsAndLabels) {
    List<LabelledUtterance> utterances = new ArrayList<>();
    for (int i = 0; i < textsAndLabels.length; i += 2) {
      utterances.add(new LabelledUtterance(textsAndLabels[i], textsAndLabels[i + 1], null, null));
    }
    return TextLabels.of(new Corpus("texts.tsv", null, utterances));
  }
}
