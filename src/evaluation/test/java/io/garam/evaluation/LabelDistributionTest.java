package io.garam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelDistributionTest {

  @Test
  void labelsHaveCountShareAndMeanConfidence() {
    LabelDistribution.Builder builder = new LabelDistribution.Builder();
    builder.add("refund", 0.5);
    builder.add("order", 1);
    builder.add("order", 0.5);
    builder.add("greet", 0.25);

    LabelDistribution distribution = builder.build();

    assertThat(distribution.count()).isEqualTo(4);
    assertThat(distribution.labels())
        .containsExactly(
            new LabelShare("order", 2, 0.5, 0.75),
            new LabelShare("greet", 1, 0.25, 0.25),
            new LabelShare("refund", 1, 0.25, 0.5));
  }

  @Test
  void nothingAddedIsNoLabel() {
    assertThat(new LabelDistribution.Builder().build())
        .isEqualTo(new LabelDistribution(0, List.of()));
  }
}
