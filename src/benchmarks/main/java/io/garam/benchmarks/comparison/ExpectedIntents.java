package io.garam.benchmarks.comparison;

import io.garam.benchmarks.load.EventTopic;
import io.garam.nlu.Intent;
import io.garam.nlu.Utterance;
import io.garam.nlu.inference.DialogueTracker;
import io.garam.nlu.inference.IntentClassifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Intents that a model finds in the events of a topic, by the library and without Kafka.
 *
 * @param answers by the number of the event or, where there is one for each text, that of the text
 */
record ExpectedIntents(List<Answer> answers) {

  private static final int BATCH = 2_000;

  /** What of an intent is compared. */
  record Answer(String label, float confidence) {

    private static final double TOLERANCE = 1e-4;

    private static Answer of(Intent intent) {
      return new Answer(intent.label(), intent.confidence());
    }

    boolean agrees(String otherLabel, double otherConfidence) {
      return label.equals(otherLabel) && Math.abs(confidence - otherConfidence) <= TOLERANCE;
    }
  }

  /**
   * Asks the model.
   *
   * @param byEvent whether speaker and dialogue count, so that a text has more than one answer
   */
  static ExpectedIntents of(Path model, EventTopic topic, boolean byEvent) {
    int count = byEvent ? topic.events() : Math.min(topic.events(), topic.texts().texts().size());
    List<Answer> answers = new ArrayList<>(count);
    try (IntentClassifier classifier = IntentClassifier.load(model)) {
      DialogueTracker tracker = new DialogueTracker(classifier);
      for (int from = 0; from < count; from += BATCH) {
        List<Utterance> batch =
            IntStream.range(from, Math.min(count, from + BATCH))
                .mapToObj(event -> utterance(topic, event, byEvent))
                .toList();
        tracker.classify(batch).stream().map(Answer::of).forEach(answers::add);
      }
    }
    return new ExpectedIntents(List.copyOf(answers));
  }

  private static Utterance utterance(EventTopic topic, int event, boolean byEvent) {
    return byEvent ? topic.utterance(event) : Utterance.alone(topic.texts().of(event));
  }

  /** Returns the answer that an event must come out with. */
  Answer of(int event) {
    return answers.get(event % answers.size());
  }
}
