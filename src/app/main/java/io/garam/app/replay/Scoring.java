package io.garam.app.replay;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.evaluation.LabelDistribution;
import io.garam.evaluation.Timeline;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.streams.event.EventField;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Scoring of a model's answers: what they come to, added up record by record. */
final class Scoring {

  private final ModelReference model;
  private final Map<EventField, JsonPointer> pointers;
  private final GoldScores gold;
  private final List<LabelComparison> others = new ArrayList<>();
  private final LabelDistribution.Builder labels = new LabelDistribution.Builder();
  private final Timeline.Builder timeline = new Timeline.Builder();
  private final LongSummaryStatistics times = new LongSummaryStatistics();
  private int passedOn;

  /**
   * @param pointers where the fields of an event are
   */
  Scoring(ModelSpec model, Map<EventField, JsonPointer> pointers, GoldLabels gold) {
    this.model = model.reference();
    this.pointers = pointers;
    this.gold = new GoldScores(model, gold);
  }

  /** Compares every answer to come with what another says, where it says anything. */
  LabelComparison compare(LabelComparison.Source source) {
    LabelComparison other = new LabelComparison(source);
    others.add(other);
    return other;
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
            .filter(answer -> answer.intent().model().equals(model));
    if (read.isEmpty()) {
      passedOn++;
      return;
    }
    Answer answer = read.get();
    String label = answer.intent().label();
    times.accept(answer.time());
    labels.add(label, answer.intent().confidence());
    timeline.add(answer.time(), label);
    String right = gold.add(answer);
    others.forEach(other -> other.add(answer, right));
    listener.accept(answer);
  }

  /** Returns how the answers compare with the labels that people gave. */
  GoldScores gold() {
    return gold;
  }

  LabelDistribution labels() {
    return labels.build();
  }

  Timeline timeline() {
    return timeline.build();
  }

  /** Returns how many utterances were tagged. */
  int answers() {
    return Math.toIntExact(times.getCount());
  }

  /** Returns how many records were passed on without an utterance in them. */
  int passedOn() {
    return passedOn;
  }

  /** Returns the times of the tagged utterances, in epoch milliseconds. */
  LongSummaryStatistics times() {
    return times;
  }
}
