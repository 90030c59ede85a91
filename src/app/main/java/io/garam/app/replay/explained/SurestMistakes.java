package io.garam.app.replay.explained;

import io.garam.evaluation.Prediction;
import io.garam.evaluation.report.ReportContent;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/** Where the surest mistakes are, of millions of answers, so that they can be found again. */
public final class SurestMistakes {

  /** A mistake, with the number of the answer: of two that are as sure, the first is shown. */
  private record Mistake(Prediction prediction, AnswerPlace place, long number) {}

  private final PriorityQueue<Mistake> leastSureFirst =
      new PriorityQueue<>(
          Comparator.comparingDouble((Mistake mistake) -> mistake.prediction().confidence())
              .thenComparing(Comparator.comparingLong(Mistake::number).reversed()));

  private long count;

  /** Adds what was said of a labelled utterance. */
  public void add(Prediction prediction, AnswerPlace place) {
    if (prediction.isCorrect() || prediction.isAbstention()) {
      return;
    }
    leastSureFirst.add(new Mistake(prediction, place, count++));
    if (leastSureFirst.size() > ReportContent.MOST_MISTAKES) {
      leastSureFirst.remove();
    }
  }

  /** Returns where the surest mistakes are. */
  public Map<Prediction, AnswerPlace> places() {
    Map<Prediction, AnswerPlace> places = new HashMap<>();
    leastSureFirst.forEach(mistake -> places.put(mistake.prediction(), mistake.place()));
    return places;
  }
}
