package io.garam.app.replay;

import io.garam.app.replay.explained.AnswerPlace;
import io.garam.app.replay.explained.SurestMistakes;
import io.garam.evaluation.GoldLabel;
import io.garam.evaluation.Prediction;
import io.garam.evaluation.Predictions;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.nlu.Intent;
import io.garam.nlu.bundle.ModelSpec;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Scores of a model's answers by gold labels. Of an answer that has one 16 bytes are kept, see
 * {@link Predictions}, and of what is wrong the beginning of its text.
 */
final class GoldScores {

  private final ModelSpec model;
  private final GoldLabels gold;
  private final Predictions.Builder predictions = new Predictions.Builder();
  private final SurestMistakes mistakes = new SurestMistakes();
  private final Map<String, Integer> unseenLabels = new TreeMap<>();
  private final UnusableLabels unusable = new UnusableLabels();

  GoldScores(ModelSpec model, GoldLabels gold) {
    this.model = model;
    this.gold = gold;
  }

  /** Scores an answer; returns its gold label, or null and leaves it out where it has none. */
  @Nullable String add(Answer answer) {
    GoldLabel given = gold.of(answer);
    unusable.add(given);
    if (given.text() == null) {
      return null;
    }
    String right = model.goldLabel(given.text());
    // Only what is wrong is ever quoted.
    String quoted = right.equals(answer.intent().label()) ? "" : answer.quoted();
    Prediction prediction = Prediction.of(quoted, right, answer.intent());
    predictions.add(prediction);
    mistakes.add(prediction, answer.place());
    if (!model.decision().labels().contains(right) && !right.equals(Intent.UNKNOWN)) {
      unseenLabels.merge(right, 1, Integer::sum);
    }
    return right;
  }

  /** Returns where the surest mistakes are. */
  Map<Prediction, AnswerPlace> mistakes() {
    return mistakes.places();
  }

  /** Returns what stood in place of labels. */
  UnusableLabels unusable() {
    return unusable;
  }

  /** Returns how good the model is; empty where no utterance has a label. */
  Optional<Evaluation> evaluation() {
    return labelled() == 0 ? Optional.empty() : Optional.of(Evaluation.of(predictions.build()));
  }

  /** Returns how many utterances have a label that people gave. */
  int labelled() {
    return predictions.size();
  }

  /** Returns labels that people gave and the model does not know, and how many utterances. */
  Map<String, Integer> unseenLabels() {
    return unseenLabels;
  }
}
