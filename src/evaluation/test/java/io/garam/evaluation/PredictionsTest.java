package io.garam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.garam.evaluation.metrics.Evaluation;
import io.garam.nlu.Intent;
import io.garam.nlu.Intent.Alternative;
import io.garam.nlu.Intent.ModelReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is kept in columns is what was added, and every figure of it the same. */
class PredictionsTest {

  private static final ModelReference MODEL = new ModelReference("m", "1", "d");
  private static final int MANY = 40_000;

  private final Random random = new Random(1);
  private final List<Prediction> expected = new ArrayList<>();
  private final Predictions.Builder builder = new Predictions.Builder();

  private void add(String text, String gold, String best, boolean given, float confidence) {
    Intent intent =
        new Intent(
            given ? best : Intent.UNKNOWN,
            confidence,
            List.of(new Alternative(best, confidence)),
            MODEL,
            null);
    builder.add(Prediction.of(text, gold, intent));
    expected.add(Prediction.of(text, gold, intent));
  }

  private void addMany() {
    for (int i = 0; i < MANY; i++) {
      add(
          "text " + i,
          random.nextInt(20) == 0 ? Intent.UNKNOWN : "label " + random.nextInt(7),
          "label " + random.nextInt(9),
          random.nextInt(10) > 0,
          // Many are equal, zero and one among them.
          random.nextInt(2) == 0 ? random.nextInt(5) / 4f : random.nextFloat());
    }
  }

  @Test
  void whatWasAddedIsReadBackInOrder() {
    addMany();

    assertThat(builder.size()).isEqualTo(MANY);
    assertThat(builder.build()).isEqualTo(expected);
  }

  @Test
  void whatComesLaterIsNotInWhatWasBuilt() {
    add("a", "yes", "yes", true, 0.5f);
    Predictions before = builder.build();
    add("b", "no", "yes", false, 0.5f);

    assertThat(before).isEqualTo(expected.subList(0, 1));
    assertThat(builder.build()).isEqualTo(expected);
    assertThatThrownBy(() -> before.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void everyFigureIsThatOfTheSamePredictionsInAList() {
    addMany();

    Evaluation columns = Evaluation.of(builder.build());
    Evaluation list = Evaluation.of(expected);

    assertThat(columns.accuracy()).isEqualTo(list.accuracy());
    assertThat(columns.classes()).isEqualTo(list.classes());
    assertThat(columns.coverage()).isEqualTo(list.coverage());
    assertThat(columns.outOfScope()).isEqualTo(list.outOfScope());
    assertThat(columns.reliability()).isEqualTo(list.reliability());
    assertThat(columns.adaptiveCalibrationError()).isEqualTo(list.adaptiveCalibrationError());
    assertThat(columns.surestMistakes(9)).isEqualTo(list.surestMistakes(9));
  }

  /** A replay of ten million scored events has to fit into 2 GB. */
  @Test
  void aPredictionTakesSixteenBytesBesideItsText() {
    Intent intent = new Intent("yes", 0.5f, List.of(), MODEL, null);
    long before = heap();
    for (int i = 0; i < 500_000; i++) {
      builder.add(Prediction.of("", "yes", intent));
    }
    Evaluation evaluation = Evaluation.of(builder.build());
    double bytes = (heap() - before) / 500_000.0;

    assertThat(evaluation.count()).isEqualTo(500_000);
    assertThat(bytes).isCloseTo(16, within(4.0));
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
