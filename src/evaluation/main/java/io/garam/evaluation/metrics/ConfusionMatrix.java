package io.garam.evaluation.metrics;

import io.garam.evaluation.Prediction;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Confusion matrix: which labels a model takes for which.
 *
 * @param labels every label that occurs as gold or as prediction, sorted
 * @param counts utterances, {@code [gold, predicted]}, both in the order of the labels
 */
public record ConfusionMatrix(List<String> labels, int[][] counts) {

  /** Counts predictions. */
  static ConfusionMatrix of(List<Prediction> predictions) {
    List<String> labels =
        predictions.stream()
            .flatMap(prediction -> Stream.of(prediction.gold(), prediction.predicted()))
            .distinct()
            .sorted()
            .toList();
    int[][] counts = new int[labels.size()][labels.size()];
    for (Prediction prediction : predictions) {
      int gold = Collections.binarySearch(labels, prediction.gold());
      int predicted = Collections.binarySearch(labels, prediction.predicted());
      counts[gold][predicted]++;
    }
    return new ConfusionMatrix(labels, counts);
  }

  /** Returns how many utterances there are. */
  public int total() {
    return IntStream.range(0, counts.length).map(this::support).sum();
  }

  /** Returns how many utterances have the same label as gold and as prediction. */
  public int correct() {
    return IntStream.range(0, counts.length).map(i -> counts[i][i]).sum();
  }

  /** Returns how many utterances have the label at this index as gold. */
  public int support(int label) {
    return Arrays.stream(counts[label]).sum();
  }

  /** Returns how many utterances have the label at this index as prediction. */
  public int predicted(int label) {
    return Arrays.stream(counts).mapToInt(row -> row[label]).sum();
  }

  /** Returns the most frequent confusions, the most frequent first. */
  public List<Confusion> confusions(int most) {
    return IntStream.range(0, counts.length)
        .boxed()
        .flatMap(this::row)
        .sorted(Comparator.comparingInt(Confusion::count).reversed())
        .limit(most)
        .toList();
  }

  private Stream<Confusion> row(int gold) {
    return IntStream.range(0, counts.length)
        .filter(predicted -> predicted != gold && counts[gold][predicted] > 0)
        .mapToObj(
            predicted ->
                new Confusion(
                    labels.get(gold),
                    labels.get(predicted),
                    counts[gold][predicted],
                    (double) counts[gold][predicted] / support(gold)));
  }
}
