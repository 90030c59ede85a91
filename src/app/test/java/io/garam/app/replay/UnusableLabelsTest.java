package io.garam.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.evaluation.GoldLabel;
import org.junit.jupiter.api.Test;

final class UnusableLabelsTest {

  private final UnusableLabels unusable = new UnusableLabels();

  @Test
  void labelsAndNoneAtAllAreNothingToTellOf() {
    unusable.add(GoldLabel.of("inform"));
    unusable.add(GoldLabel.NONE);

    assertThat(unusable.told("Values at /label")).isEmpty();
  }

  @Test
  void allAreCountedAndTheFirstIsQuoted() {
    unusable.add(new GoldLabel(null, "the value 1.5"));
    unusable.add(GoldLabel.of("inform"));
    unusable.add(new GoldLabel(null, "the value true"));

    assertThat(unusable.told("Values at /label of an event"))
        .contains(
            "Values at /label of an event that can be no label, and so count for nothing: 2, the"
                + " first of them the value 1.5; a label is text, an integer or a list of one of"
                + " these.");
  }
}
