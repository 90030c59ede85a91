package io.garam.training.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.training.random.RandomStreams.Purpose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Issue 12: seed 1 in epoch 2 and seed 2 in epoch 1 had the same batches and the same dropout. */
final class RandomStreamsTest {

  private static final int SEEDS = 50;
  private static final int EPOCHS = 50;
  private static final int VIEWS = 2;

  /** What a generator of 48 bits begins with tells two streams apart, or not. */
  private static final int NUMBERS = 2;

  @Test
  void noTwoOfSeedEpochViewAndPurposeShareAStream() {
    Map<List<Integer>, String> owners = new HashMap<>();
    List<String> shared = new ArrayList<>();
    for (Purpose purpose : Purpose.values()) {
      for (int seed = 1; seed <= SEEDS; seed++) {
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
          for (int view = 0; view < VIEWS; view++) {
            String owner = purpose + " of seed " + seed + ", epoch " + epoch + ", view " + view;
            Random stream = new RandomStreams(seed).stream(purpose, epoch, view);
            String other = owners.put(begin(stream), owner);
            if (other != null) {
              shared.add(owner + " is " + other);
            }
          }
        }
      }
    }

    assertThat(owners).hasSize(Purpose.values().length * SEEDS * EPOCHS * VIEWS);
    assertThat(shared).isEmpty();
  }

  @Test
  void dropoutHasAStreamOfItsOwnAlsoInThe32BitsThatLibtorchTakes() {
    Map<Integer, String> owners = new HashMap<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      for (int epoch = 1; epoch <= EPOCHS; epoch++) {
        for (int view = 0; view < VIEWS; view++) {
          String owner = "seed " + seed + ", epoch " + epoch + ", view " + view;
          int low = (int) new RandomStreams(seed).seed(Purpose.DROPOUT, epoch, view);
          assertThat(owners.put(low, owner)).as(owner).isNull();
        }
      }
    }
  }

  @Test
  void aTeacherIsNoneOfTheTrainingsWithANearSeed() {
    for (int seed = 1; seed <= SEEDS; seed++) {
      for (int teacher = 1; teacher <= 4; teacher++) {
        assertThat(new RandomStreams(seed).seed(Purpose.TEACHER, teacher))
            .matches(found -> Math.abs(found) > 1_000_000, "a seed that nobody gives");
      }
    }
  }

  @Test
  void streamsOfNeighboursAreNotCorrelated() {
    double sum = 0;
    int pairs = 20_000;
    for (int seed = 1; seed <= pairs; seed++) {
      double first = new RandomStreams(seed).stream(Purpose.ORDER, 1).nextDouble() - 0.5;
      double second = new RandomStreams(seed + 1).stream(Purpose.ORDER, 1).nextDouble() - 0.5;
      sum += first * second;
    }

    double correlation = 12 * sum / pairs;
    double standardError = 1 / Math.sqrt(pairs);
    assertThat(Math.abs(correlation)).isLessThan(4 * standardError);
  }

  @Test
  void aStreamBegunAnewIsTheSame() {
    RandomStreams streams = new RandomStreams(7);

    assertThat(begin(streams.stream(Purpose.INPUTS, 3, 1)))
        .isEqualTo(begin(new RandomStreams(7).stream(Purpose.INPUTS, 3, 1)));
    assertThat(begin(streams.stream(Purpose.FOLDS)))
        .isEqualTo(begin(streams.stream(Purpose.FOLDS, 0, 0)));
  }

  private static List<Integer> begin(Random stream) {
    return stream.ints(NUMBERS).boxed().toList();
  }
}
