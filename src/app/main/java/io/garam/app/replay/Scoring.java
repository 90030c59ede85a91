package io.garam.app.replay;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.evaluation.GoldLabel;
import io.garam.evaluation.LabelDistribution;
import io.garam.evaluation.Predictions;
import io.garam.evaluation.Timeline;
import io.garam.evaluation.comparison.Comparison;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.nlu.Intent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.text.Printable;
import io.garam.streams.event.EventField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a model's answers come to, added up record by record. Of an answer that has a gold label 16
 * bytes are kept, see {@link Predictions}, and of what is wrong the beginning of its text.
 */
final class Scoring {

  private static final int LONGEST_QUOTE = 500;

  private final ModelSpec model;
  private final ModelReference reference;
  private final Map<EventField, JsonPointer> pointers;
  private final GoldLabels gold;
  private final List<NamedComparison> others = new ArrayList<>();
  private final Predictions.Builder predictions = new Predictions.Builder();
  private final LabelDistribution.Builder labels = new LabelDistribution.Builder();
  private final Timeline.Builder timeline = new Timeline.Builder();
  private final Map<String, Integer> unseenLabels = new TreeMap<>();
  private final UnusableLabels unusable = new UnusableLabels();
  private int answers;
  private int passedOn;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /**
   * @param pointers where the fields of an event are
   */
  Scoring(ModelSpec model, Map<EventField, JsonPointer> pointers, GoldLabels gold) {
    this.model = model;
    this.reference = model.reference();
    this.pointers = pointers;
    this.gold = gold;
  }

  /** A source of other labels for the same utterances. */
  interface LabelSource {
    @Nullable String of(Answer answer);
  }

  private record NamedComparison(LabelSource source, Comparison.Builder comparison) {}

  /** Compares every answer to come with what another says, where it says anything. */
  Comparison.Builder compare(LabelSource source) {
    NamedComparison other = new NamedComparison(source, new Comparison.Builder());
    others.add(other);
    return other.comparison();
  }

  /**
   * Adds an output record.
   *
   * @param listener hears the answer in it, if there is one
   */
  void add(ConsumerRecord<byte[], byte @Nullable []> record, Consumer<Answer> listener) {
    Optional<Answer> read =
        Answer.of(record, pointers)
            // An event without an utterance is passed on with whatever intent it came with.
            .filter(answer -> answer.intent().model().equals(reference));
    if (read.isEmpty()) {
      passedOn++;
      return;
    }
    Answer answer = read.get();
    String label = answer.intent().label();
    GoldLabel given = gold.of(answer);
    unusable.add(given);
    String right = given.text() == null ? null : model.goldLabel(given.text());
    answers++;
    first = Math.min(first, answer.time());
    last = Math.max(last, answer.time());
    labels.add(label, answer.intent().confidence());
    timeline.add(answer.time(), label);
    if (right != null) {
      score(answer, right);
    }
    for (NamedComparison other : others) {
      String says = other.source().of(answer);
      if (says != null) {
        other
            .comparison()
            .add(Printable.shortened(answer.text(), LONGEST_QUOTE), right, says, label);
      }
    }
    listener.accept(answer);
  }

  private void score(Answer answer, String right) {
    // Only what is wrong is ever quoted.
    String quoted =
        right.equals(answer.intent().label())
            ? ""
            : Printable.shortened(answer.text(), LONGEST_QUOTE);
    predictions.add(quoted, right, answer.intent());
    if (!model.decision().labels().contains(right) && !right.equals(Intent.UNKNOWN)) {
      unseenLabels.merge(right, 1, Integer::sum);
    }
  }

  /** Returns what stood in place of labels. */
  UnusableLabels unusable() {
    return unusable;
  }

  /** Returns how good the model is; empty where no utterance has a label. */
  Optional<Evaluation> evaluation() {
    return labelled() == 0 ? Optional.empty() : Optional.of(Evaluation.of(predictions.build()));
  }

  LabelDistribution labels() {
    return labels.build();
  }

  Timeline timeline() {
    return timeline.build();
  }

  /** Returns how many utterances were tagged. */
  int answers() {
    return answers;
  }

  /** Returns how many records were passed on without an utterance in them. */
  int passedOn() {
    return passedOn;
  }

  /** Returns how many utterances have a label that people gave. */
  int labelled() {
    return predictions.size();
  }

  /** Returns labels that people gave and the model does not know, and how many utterances. */
  Map<String, Integer> unseenLabels() {
    return unseenLabels;
  }

  /** Returns the time of the oldest utterance, in epoch milliseconds. */
  long first() {
    return first;
  }

  /** Returns the time of the newest utterance, in epoch milliseconds. */
  long last() {
    return last;
  }
}
