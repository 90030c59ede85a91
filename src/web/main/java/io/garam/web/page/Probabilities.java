package io.garam.web.page;

import io.garam.nlu.Intent;
import io.garam.nlu.Utterance;
import io.garam.streams.RunningModel;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Answer for what somebody typed, with the probabilities of all labels.
 *
 * @param label of the last utterance, or unknown
 * @param confidence of its most probable label
 * @param unknown whether that is below the threshold
 * @param probabilities of the last utterance, the greatest first
 * @param turns the answer for each utterance
 */
record Probabilities(
    String label,
    float confidence,
    boolean unknown,
    List<Scored> probabilities,
    List<Scored> turns) {

  /** A label with its probability. */
  record Scored(String label, float confidence) {}

  static Probabilities of(RunningModel model, List<Utterance> said) {
    List<Scored> turns =
        model.classify(said).stream()
            .map(intent -> new Scored(intent.label(), intent.confidence()))
            .toList();
    float[] last = model.probabilities(said)[said.size() - 1];
    Scored answer = turns.get(turns.size() - 1);
    return new Probabilities(
        answer.label(),
        answer.confidence(),
        answer.label().equals(Intent.UNKNOWN),
        IntStream.range(0, last.length)
            .mapToObj(label -> new Scored(model.labels().get(label), last[label]))
            .sorted(Comparator.comparing(Scored::confidence).reversed())
            .toList(),
        turns);
  }
}
