package io.garam.evaluation.report;

import io.garam.evaluation.Prediction;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Answers of a model that is right as often as it says. */
public final class SampleAnswers {

  private SampleAnswers() {}

  public static List<Prediction> of(int labels, int count) {
    Random random = new Random(labels);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              double confidence = 0.3 + 0.7 * random.nextDouble();
              boolean right = random.nextDouble() < confidence;
              String gold = "의도 " + i % labels;
              String best = right ? gold : "의도 " + random.nextInt(labels);
              return new Prediction("발화 " + i, gold, best, best, confidence);
            })
        .toList();
  }
}
