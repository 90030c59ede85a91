package io.garam.app.replay;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.app.deadletters.ReasonSummary;
import io.garam.evaluation.comparison.Comparison;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.ComparedModels;
import io.garam.evaluation.report.Latencies;
import io.garam.evaluation.report.ReportContent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.streams.deadletters.Letter;
import io.garam.streams.event.EventField;
import io.garam.streams.replay.Replay;
import io.garam.streams.replay.ReplayPlan;
import io.garam.streams.statistics.TaggingStatistics.Waits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Evaluates a replay from what its passes have left on the brokers. */
final class ReplayEvaluator {

  private static final JsonPointer LIVE_LABEL = JsonPointer.compile("/intent/label");
  private static final String LIVE = "live tagging";

  private final Replay replay;
  private final ReplayOptions options;
  private final List<ModelSpec> models;
  private final Map<EventField, JsonPointer> pointers;
  private final Runnable perRecord;
  private final Consumer<String> notices;

  /**
   * @param models of the passes
   * @param perRecord is called for each record that is read
   * @param notices hears what a user should know, a sentence each
   */
  ReplayEvaluator(
      Replay replay,
      ReplayOptions options,
      List<ModelSpec> models,
      Runnable perRecord,
      Consumer<String> notices) {
    this.replay = replay;
    this.options = options;
    this.models = models;
    this.pointers = replay.pointers();
    this.perRecord = perRecord;
    this.notices = notices;
  }

  /**
   * Returns what came of it.
   *
   * @param waits how long utterances waited for the first model in this process
   */
  ReplayOutcome read(Waits waits) {
    GoldLabels gold = gold();
    Scoring scoring = new Scoring(models.get(0), pointers, gold);
    @Nullable Scoring other = null;
    Comparison.@Nullable Builder changes = null;
    if (models.size() > 1) {
      LabelIndex labels = new LabelIndex();
      other = new Scoring(models.get(1), pointers, gold);
      read(1, other, answer -> labels.put(answer.place(), answer.intent().label()));
      changes = scoring.compare(answer -> labels.get(answer.place()));
    }
    Comparison.@Nullable Builder agreement = null;
    if (options.liveTopic() != null) {
      LabelTopic live = live(options.liveTopic());
      agreement = scoring.compare(answer -> live.of(answer.name()));
    }
    read(0, scoring, answer -> {});
    report(scoring.unusable().told("Values at " + options.gold() + " of an event"));
    ReportContent.Builder content = content(scoring, waits);
    if (other != null && changes != null) {
      content.comparison(compared(name(1), changes.build(), other.evaluation().orElse(null)));
    }
    if (agreement != null) {
      Comparison comparison = agreement.build();
      if (comparison.count() < scoring.answers()) {
        notices.accept(
            "Utterances that were not found in "
                + options.liveTopic()
                + " by dialogue and id, and so are not compared with it: "
                + (scoring.answers() - comparison.count())
                + " of "
                + scoring.answers()
                + ".");
      }
      content.live(compared(LIVE, comparison, null));
    }
    return new ReplayOutcome(replay.plan(), counts(scoring), content.build());
  }

  private void report(@Nullable String notice) {
    if (notice != null) {
      notices.accept(notice);
    }
  }

  private void read(int pass, Scoring scoring, Consumer<Answer> listener) {
    replay.answers(
        pass,
        record -> {
          perRecord.run();
          scoring.add(record, listener);
        });
  }

  private GoldLabels gold() {
    JsonPointer pointer = options.gold();
    if (pointer == null) {
      return GoldLabels.NONE;
    }
    String topic = options.goldTopic();
    if (topic == null) {
      return GoldLabels.at(pointer);
    }
    LabelTopic corrections = new LabelTopic(utterancePointer(), pointer);
    replay
        .reader()
        .read(
            replay.reader().whole(topic),
            record -> {
              perRecord.run();
              corrections.add(record);
            });
    if (corrections.nameless() > 0) {
      notices.accept(
          "Records of "
              + topic
              + " that do not say at "
              + utterancePointer()
              + " which utterance they correct, and so count for nothing: "
              + corrections.nameless()
              + ".");
    }
    report(corrections.unusable().told("Values at " + pointer + " of a record of " + topic));
    return GoldLabels.of(corrections);
  }

  /** What was tagged live has the time of its event: older records need not be read. */
  private LabelTopic live(String topic) {
    long[] oldest = {Long.MAX_VALUE};
    replay.answers(
        0,
        record -> {
          perRecord.run();
          oldest[0] = Math.min(oldest[0], record.timestamp());
        });
    LabelTopic live = new LabelTopic(utterancePointer(), LIVE_LABEL);
    replay
        .reader()
        .read(
            replay.reader().since(Math.max(0, oldest[0]), replay.reader().whole(topic)),
            record -> {
              perRecord.run();
              live.add(record);
            });
    return live;
  }

  private JsonPointer utterancePointer() {
    return Objects.requireNonNull(pointers.get(EventField.UTTERANCE), "utterance pointer");
  }

  private ReportContent.Builder content(Scoring scoring, Waits waits) {
    ReportContent.Builder content =
        new ReportContent.Builder(models.get(0).decision().threshold())
            .timeline(scoring.timeline());
    scoring
        .evaluation()
        .ifPresentOrElse(content::evaluation, () -> content.labelDistribution(scoring.labels()));
    return waits.count() == 0 ? content : content.latencies(latencies(waits));
  }

  private static Latencies latencies(Waits waits) {
    return new Latencies(
        "How long an utterance waited for the model to read it, together with all others of its"
            + " poll, in the process that wrote this report.",
        waits.count(),
        waits.p50(),
        waits.p95(),
        waits.p99(),
        waits.greatest());
  }

  private ComparedModels compared(
      String first, Comparison comparison, @Nullable Evaluation evaluation) {
    return new ComparedModels(first, name(0), comparison, evaluation);
  }

  private String name(int pass) {
    ReplayPlan plan = replay.plan();
    ModelReference model = plan.models().get(pass);
    boolean alone =
        plan.models().stream().filter(other -> other.name().equals(model.name())).count() == 1;
    return alone ? model.name() : model.name() + " " + model.digest().substring(0, 6);
  }

  private ReplayOutcome.Counts counts(Scoring scoring) {
    ReasonSummary reasons = new ReasonSummary();
    int[] letters = new int[1];
    replay.deadLetters(
        0,
        record -> {
          perRecord.run();
          reasons.add(new Letter(record));
          letters[0]++;
        });
    boolean any = scoring.answers() > 0;
    return new ReplayOutcome.Counts(
        replay.plan().offsets(),
        scoring.answers(),
        scoring.passedOn(),
        letters[0],
        reasons.groups().stream()
            .map(group -> new ReplayOutcome.Reason(group.code(), group.sentence(), group.count()))
            .toList(),
        scoring.labelled(),
        scoring.unseenLabels(),
        any ? Instant.ofEpochMilli(scoring.first()).toString() : null,
        any ? Instant.ofEpochMilli(scoring.last()).toString() : null);
  }
}
