package io.garam.app.replay.explained;

import io.garam.app.explain.report.AnswerExplainer;
import io.garam.app.explain.report.ChangePlaces;
import io.garam.evaluation.Prediction;
import io.garam.evaluation.comparison.LabelChange;
import io.garam.evaluation.report.AnswerExplanation;
import io.garam.evaluation.report.ChangeExplanation;
import io.garam.evaluation.report.ComparedModels;
import io.garam.evaluation.report.ReportContent;
import io.garam.nlu.Utterance;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.streams.replay.Replay;
import io.garam.streams.replay.ReplayRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Explanations of what a replay's report shows. The answers are read once more, for what was said
 * before each of them.
 *
 * @param perRecord is called for each record that is read
 */
public record ReplayExplanations(Replay replay, ReplayRequest request, Runnable perRecord) {

  private static final AnswerExplanation NOT_AT_HAND =
      AnswerExplanation.missing(
          "What tagged it live is not at hand; name its model by --against to have both"
              + " explained.");

  private static final AnswerExplanation NOT_FOUND =
      AnswerExplanation.missing("Its event was not found again among the answers.");

  /**
   * Where the answers are that a report shows.
   *
   * @param mistakes the surest
   * @param changes beside another model; null where there is none
   * @param live changes beside what was tagged live, null likewise
   */
  public record Places(
      Map<Prediction, AnswerPlace> mistakes,
      @Nullable ChangePlaces<AnswerPlace> changes,
      @Nullable ChangePlaces<AnswerPlace> live) {}

  /** Returns a measurement with explanations of the surest mistakes and of changes. */
  public ReportContent of(ReportContent measurement, Places places) {
    Map<LabelChange, AnswerPlace> changes = places(measurement.comparison(), places.changes());
    Map<LabelChange, AnswerPlace> live = places(measurement.live(), places.live());
    List<AnswerPlace> all = new ArrayList<>(places.mistakes().values());
    all.addAll(changes.values());
    all.addAll(live.values());
    if (all.isEmpty()) {
      return measurement;
    }
    Map<AnswerPlace, List<Utterance>> dialogues = dialogues(all);
    try (AnswerExplainer model = explainer(0);
        AnswerExplainer other = request.models().size() > 1 ? explainer(1) : null) {
      Map<Prediction, AnswerExplanation> mistakes = new HashMap<>();
      places
          .mistakes()
          .forEach(
              (mistake, place) ->
                  mistakes.put(
                      mistake,
                      explain(model, dialogues.get(place), mistake.predicted(), mistake.gold())));
      return measurement.explained(
          mistakes,
          explained(measurement.comparison(), changes, other, model, dialogues),
          explained(measurement.live(), live, null, model, dialogues));
    }
  }

  private static Map<LabelChange, AnswerPlace> places(
      @Nullable ComparedModels models, @Nullable ChangePlaces<AnswerPlace> changes) {
    return models == null || changes == null ? Map.of() : changes.of(models.shownChanges());
  }

  private Map<AnswerPlace, List<Utterance>> dialogues(List<AnswerPlace> places) {
    ShownDialogues dialogues = new ShownDialogues(replay.answerReader(), places);
    replay.answers(
        0,
        record -> {
          perRecord.run();
          dialogues.add(record);
        });
    return dialogues.found();
  }

  private AnswerExplainer explainer(int pass) {
    return AnswerExplainer.of(
        request.models().get(pass),
        Replay.thresholds(request, pass),
        TrustedKeys.read(Replay.trustedKeys(request)),
        AnswerExplainer.PATIENCE);
  }

  /**
   * @param first what the model is held against; null where that is not at hand
   */
  private static @Nullable ComparedModels explained(
      @Nullable ComparedModels models,
      Map<LabelChange, AnswerPlace> changes,
      @Nullable AnswerExplainer first,
      AnswerExplainer second,
      Map<AnswerPlace, List<Utterance>> dialogues) {
    if (models == null) {
      return null;
    }
    Map<LabelChange, ChangeExplanation> explanations = new HashMap<>();
    changes.forEach(
        (change, place) -> {
          List<Utterance> dialogue = dialogues.get(place);
          explanations.put(
              change,
              new ChangeExplanation(
                  first == null
                      ? NOT_AT_HAND
                      : explain(first, dialogue, change.from(), change.to()),
                  explain(second, dialogue, change.to(), change.from())));
        });
    return models.explained(explanations);
  }

  private static AnswerExplanation explain(
      AnswerExplainer explainer,
      @Nullable List<Utterance> dialogue,
      String answer,
      String compared) {
    return dialogue == null ? NOT_FOUND : explainer.explain(dialogue, answer, compared);
  }
}
