package io.garam.app.evaluate;

import io.garam.app.explain.report.AnswerExplainer;
import io.garam.evaluation.Prediction;
import io.garam.evaluation.comparison.LabelChange;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.AnswerExplanation;
import io.garam.evaluation.report.ChangeExplanation;
import io.garam.evaluation.report.ReportContent;
import io.garam.nlu.Utterance;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.training.corpus.Corpus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Explanations of what an evaluation report shows, each utterance in its dialogue of the corpus.
 *
 * @param model whose answers are explained
 * @param keys one of which must have signed the models, where there are any
 */
record EvaluationExplanations(Corpus corpus, ModelAnswers model, TrustedKeys keys) {

  /**
   * Returns a measurement with explanations of the surest mistakes and the most frequent changes.
   *
   * @param comparison with another model; null where there is none
   */
  ReportContent of(
      ReportContent measurement, Evaluation evaluation, @Nullable ModelComparison comparison) {
    Map<Prediction, Integer> mistakes = mistakes(evaluation);
    Set<Integer> places = new HashSet<>(mistakes.values());
    places.addAll(comparison == null ? List.of() : comparison.places().values());
    Map<Integer, List<Utterance>> dialogues = CorpusDialogues.of(corpus, places);
    try (AnswerExplainer explainer = explainer(model)) {
      Map<Prediction, AnswerExplanation> ofMistakes = new HashMap<>();
      mistakes.forEach(
          (mistake, place) ->
              ofMistakes.put(mistake, explain(explainer, model, dialogues, place, mistake.gold())));
      return measurement.explained(
          ofMistakes,
          comparison == null
              ? null
              : comparison.models().explained(ofChanges(explainer, comparison, dialogues)),
          null);
    }
  }

  /** Returns where each is in the corpus: an equal one has the same text and confidence. */
  private Map<Prediction, Integer> mistakes(Evaluation evaluation) {
    Map<Prediction, Integer> places = new HashMap<>();
    ReportContent.shownMistakes(evaluation)
        .forEach(mistake -> places.put(mistake, model.predictions().indexOf(mistake)));
    return places;
  }

  private Map<LabelChange, ChangeExplanation> ofChanges(
      AnswerExplainer explainer,
      ModelComparison comparison,
      Map<Integer, List<Utterance>> dialogues) {
    Map<LabelChange, ChangeExplanation> explanations = new HashMap<>();
    try (AnswerExplainer others = explainer(comparison.other())) {
      comparison
          .places()
          .forEach(
              (change, place) ->
                  explanations.put(
                      change,
                      new ChangeExplanation(
                          explain(others, comparison.other(), dialogues, place, change.to()),
                          explain(explainer, model, dialogues, place, change.from()))));
    }
    return explanations;
  }

  private AnswerExplainer explainer(ModelAnswers answers) {
    return AnswerExplainer.of(
        answers.folder(), answers.thresholds(), keys, AnswerExplainer.PATIENCE);
  }

  private static AnswerExplanation explain(
      AnswerExplainer explainer,
      ModelAnswers answers,
      Map<Integer, List<Utterance>> dialogues,
      int place,
      String compared) {
    return explainer.explain(
        Objects.requireNonNull(dialogues.get(place)),
        answers.predictions().get(place).predicted(),
        compared);
  }
}
