package io.garam.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.garam.evaluation.Prediction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.MutableOutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.evaluation.ConfusionMetrics;
import org.tribuo.classification.evaluation.LabelConfusionMatrix;
import org.tribuo.evaluation.metrics.EvaluationMetric.Average;
import org.tribuo.evaluation.metrics.MetricTarget;
import org.tribuo.impl.ArrayExample;

/** Random predictions, evaluated by Garam, by Tribuo, and by the definitions written out. */
class EvaluationAgreementTest {

  private static final Offset<Double> EXACT = within(1e-12);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 41, 150})
  void agreesWithTribuo(int labels) {
    List<Prediction> predictions = randomPredictions(labels);
    MutableOutputInfo<Label> known = new LabelFactory().generateInfo();
    List<org.tribuo.Prediction<Label>> theirs = new ArrayList<>();
    for (Prediction prediction : predictions) {
      Label gold = new Label(prediction.gold());
      Label predicted = new Label(prediction.predicted());
      known.observe(gold);
      known.observe(predicted);
      ArrayExample<Label> example =
          new ArrayExample<>(gold, new String[] {"text"}, new double[] {1});
      theirs.add(new org.tribuo.Prediction<>(predicted, 1, example));
    }
    LabelConfusionMatrix matrix =
        new LabelConfusionMatrix(known.generateImmutableOutputInfo(), theirs);

    Evaluation ours = Evaluation.of(predictions);

    assertThat(ours.accuracy())
        .isEqualTo(
            ConfusionMetrics.accuracy(new MetricTarget<Label>(Average.MICRO), matrix), EXACT);
    assertThat(ours.macroF1())
        .isEqualTo(ConfusionMetrics.f1(new MetricTarget<Label>(Average.MACRO), matrix), EXACT);
    for (ClassScore score : ours.classes()) {
      MetricTarget<Label> label = new MetricTarget<>(new Label(score.label()));
      assertThat(score.precision()).isEqualTo(ConfusionMetrics.precision(label, matrix), EXACT);
      assertThat(score.recall()).isEqualTo(ConfusionMetrics.recall(label, matrix), EXACT);
      assertThat(score.f1()).isEqualTo(ConfusionMetrics.f1(label, matrix), EXACT);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 41, 150})
  void agreesWithTheDefinitionsWrittenOut(int labels) {
    List<Prediction> predictions = randomPredictions(labels);

    Evaluation evaluation = Evaluation.of(predictions);

    assertThat(evaluation.expectedCalibrationError()).isEqualTo(calibration(predictions), EXACT);
    assertThat(evaluation.count()).isEqualTo(predictions.size());
    TreeSet<String> seen = new TreeSet<>();
    predictions.forEach(p -> seen.addAll(List.of(p.gold(), p.predicted())));
    assertThat(evaluation.classes()).extracting(ClassScore::label).containsExactlyElementsOf(seen);
    for (ClassScore score : evaluation.classes()) {
      long support = count(predictions, p -> p.gold().equals(score.label()));
      long wrong = count(predictions, p -> p.gold().equals(score.label()) && !p.isCorrect());
      assertThat((long) score.support()).isEqualTo(support);
      assertThat(Math.round(score.recall() * support)).isEqualTo(support - wrong);
    }
  }

  /** Guo et al. (2017), equations 2, 3 and 5: bins (m-1)/15 to m/15, upper edge included. */
  private static double calibration(List<Prediction> predictions) {
    Map<Long, List<Prediction>> bins = new LinkedHashMap<>();
    List<Prediction> claims =
        predictions.stream().filter(p -> !p.predicted().equals("unknown")).toList();
    for (Prediction claim : claims) {
      long bin = 1;
      while (claim.confidence() > bin / 15.0) {
        bin++;
      }
      bins.computeIfAbsent(bin, m -> new ArrayList<>()).add(claim);
    }
    double error = 0;
    for (Collection<Prediction> bin : bins.values()) {
      double accuracy = (double) count(bin, Prediction::isCorrect) / bin.size();
      double confidence = bin.stream().mapToDouble(Prediction::confidence).average().orElseThrow();
      error += Math.abs(accuracy - confidence) * bin.size() / claims.size();
    }
    return error;
  }

  private static long count(Collection<Prediction> predictions, Predicate<Prediction> which) {
    return predictions.stream().filter(which).count();
  }

  /** Skewed labels, four fifths right, some abstentions, so that some labels have no support. */
  private static List<Prediction> randomPredictions(int labels) {
    Random random = new Random(labels);
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      String gold = "label-" + random.nextInt(1 + random.nextInt(labels));
      String other = random.nextInt(10) == 0 ? "unknown" : "label-" + random.nextInt(labels);
      String predicted = random.nextInt(5) == 0 ? other : gold;
      predictions.add(new Prediction("", gold, predicted, predicted, random.nextDouble()));
    }
    return predictions;
  }
}
