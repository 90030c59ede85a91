package io.garam.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.garam.training.embedding.EncodedText;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DistilledTargetsTest {

  private static final EncodedText TEXT = new EncodedText(List.of(new int[] {1}));
  private static final EncodedCorpus CORPUS =
      new EncodedCorpus(
          List.of(TEXT, TEXT, TEXT),
          new int[] {0, 1, EncodedCorpus.NONE},
          new float[][] {{1, 0}, {0, 1}, {0.5f, 0.5f}},
          null);

  @Test
  void halfIsTheTrueLabelAndHalfTheSoftenedMeanOfTheTeachers() {
    DistilledTargets targets = new DistilledTargets(CORPUS, 2);
    targets.add(new float[][] {{5, 1}, {0, 0}, {9, 0}});
    targets.add(new float[][] {{3, -1}, {0, 0}, {9, 0}});

    float[][] mixed = targets.mixed();

    // The mean logits differ by 4; a temperature of 2 leaves a difference of 2.
    float sure = (float) (1 / (1 + Math.exp(-2)));
    assertThat(mixed[0])
        .containsExactly(new float[] {(1 + sure) / 2, (1 - sure) / 2}, within(1e-6f));
    assertThat(mixed[1]).containsExactly(new float[] {0.25f, 0.75f}, within(1e-6f));
  }

  @Test
  void whatIsNoneOfTheIntentsStaysAMatterOfDoubt() {
    DistilledTargets targets = new DistilledTargets(CORPUS, 1);
    targets.add(new float[][] {{0, 0}, {0, 0}, {9, 0}});

    assertThat(targets.mixed()[2]).containsExactly(0.5f, 0.5f);
  }

  @Test
  void theTargetsOfBeforeStayAsTheyWere() {
    DistilledTargets targets = new DistilledTargets(CORPUS, 1);
    targets.add(new float[][] {{0, 9}, {9, 0}, {0, 0}});

    targets.mixed();

    assertThat(CORPUS.targets()[0]).containsExactly(1, 0);
  }
}
