package io.garam.app.replay;

import io.garam.app.replay.explained.ReplayExplanations;
import io.garam.app.replay.explained.ReplayExplanations.Places;
import io.garam.app.replay.outcome.ReplayOutcome;
import io.garam.evaluation.comparison.Comparison;
import io.garam.evaluation.report.ReportContent;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.streams.output.TaggingStatistics.Waits;
import io.garam.streams.replay.Replay;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Evaluates a replay from what its passes have left on the brokers. */
final class ReplayEvaluator {

  private final Replay replay;
  private final LabelOptions options;
  private final List<ModelSpec> models;
  private final Runnable perRecord;
  private final Consumer<String> notices;

  /**
   * @param models of the passes
   * @param perRecord is called for each record that is read
   * @param notices hears what a user should know, a sentence each
   */
  ReplayEvaluator(
      Replay replay,
      LabelOptions options,
      List<ModelSpec> models,
      Runnable perRecord,
      Consumer<String> notices) {
    this.replay = replay;
    this.options = options;
    this.models = models;
    this.perRecord = perRecord;
    this.notices = notices;
  }

  /**
   * Returns what came of it.
   *
   * @param waits how long utterances waited for the first model in this process
   * @param explanations explain what is shown; null where nobody asked for that
   */
  ReplayOutcome read(Waits waits, @Nullable ReplayExplanations explanations) {
    LabelSources sources = new LabelSources(replay, options, perRecord, notices);
    GoldLabels gold = sources.gold();
    Scoring scoring = new Scoring(models.get(0), replay.pointers(), gold);
    @Nullable Scoring other = null;
    @Nullable LabelComparison changes = null;
    if (models.size() > 1) {
      LabelIndex labels = new LabelIndex();
      other = new Scoring(models.get(1), replay.pointers(), gold);
      read(1, other, answer -> labels.put(answer.place().position(), answer.intent().label()));
      changes = scoring.compare(answer -> labels.get(answer.place().position()));
    }
    @Nullable LabelComparison agreement = null;
    if (options.liveTopic() != null) {
      LabelTopic live = sources.live(options.liveTopic());
      agreement = scoring.compare(answer -> live.of(answer.name()));
    }
    read(0, scoring, answer -> {});
    String where = "Values at " + options.gold() + " of an event";
    scoring.gold().unusable().told(where).ifPresent(notices);
    ReplayContent content = new ReplayContent(models, replay.thresholds());
    content.scoring(scoring);
    content.waits(waits);
    if (other != null && changes != null) {
      content.changes(changes.build(), other.gold().evaluation().orElse(null));
    }
    if (agreement != null) {
      Comparison comparison = agreement.build();
      noticeMissing(scoring.answers() - comparison.count(), scoring.answers());
      content.agreement(comparison);
    }
    ReportContent measurement = content.build();
    return new ReplayOutcome(
        replay.plan(),
        new ReplayCounter(replay, perRecord).with(scoring),
        explanations == null
            ? measurement
            : explanations.of(
                measurement,
                new Places(
                    scoring.gold().mistakes(),
                    changes == null ? null : changes.places(),
                    agreement == null ? null : agreement.places())));
  }

  private void noticeMissing(int missing, int answers) {
    if (missing > 0) {
      notices.accept(
          "Utterances that were not found in "
              + options.liveTopic()
              + " by dialogue and id, and so are not compared with it: "
              + missing
              + " of "
              + answers
              + ".");
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
}
