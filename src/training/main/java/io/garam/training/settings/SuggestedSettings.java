package io.garam.training.settings;

import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.export.Cell;
import io.garam.training.network.Regularization;
import java.util.List;
import java.util.Objects;

/**
 * Settings that suit a corpus, by rules that its size, its number of labels and its script decide.
 *
 * <ul>
 *   <li>Network: see {@link SuggestedNetwork}.
 *   <li>Reading and training loop: see {@link SuggestedText} and {@link SuggestedSteps}.
 *   <li>Regularization: strong from 30,000 utterances on, where n-grams are met often enough to
 *       stand in for words; mild below; with many labels hardly any word or n-gram may be missed.
 *   <li>Along dialogues: a GRU of 64 units, 128 in a large corpus. Every view is read of each
 *       utterance there, so that small corpora of syllables are read forward only, two a step, and
 *       followed by 32 units.
 * </ul>
 */
public final class SuggestedSettings {

  /** What corpora call utterances with none of the intents: out of scope (Larson et al. 2019). */
  private static final String UNKNOWN_LABEL = "oos";

  static final int MANY_LABELS = 30;
  private static final int LARGE = 30_000;
  private static final int MOST_SPEAKERS = 8;

  private static final Regularization STRONG = new Regularization(0.5, 0.1, 0.5, 0.4, 0.1);
  private static final Regularization MILD = new Regularization(0.3, 0.1, 0.2, 0.2, 0.1);
  private static final Regularization MANY_LABELS_MILD = new Regularization(0.4, 0.1, 0, 0.1, 0.1);

  private SuggestedSettings() {}

  /** Returns settings for a training corpus, with seed 1 and a thread for each processor. */
  public static TrainingSettings of(Corpus corpus) {
    return of(corpus, Speed.BALANCED, views(corpus), false);
  }

  /** Returns which views suit a training corpus. */
  public static Views views(Corpus corpus) {
    return text(corpus).views();
  }

  /**
   * Returns settings for a training corpus.
   *
   * @param speed that is wanted
   * @param views that were chosen for it
   * @param context whether dialogues are followed
   */
  public static TrainingSettings of(Corpus corpus, Speed speed, Views views, boolean context) {
    SuggestedText text = text(corpus);
    boolean large = text.large();
    SuggestedNetwork network = new SuggestedNetwork(large, text.manyLabels());
    if (!context) {
      boolean twoStages = views == Views.BOTH;
      return alone(
          corpus,
          speed,
          views,
          network.of(speed, twoStages, 2),
          text.read(views, twoStages && speed.cascades()));
    }
    boolean narrow = views == Views.BOTH && speed.cascades() && !large && text.syllables();
    TrainingSettings alone =
        alone(
            corpus,
            speed,
            views,
            network.of(speed, false, narrow ? 1 : 2),
            text.read(views, narrow));
    return alone.toBuilder()
        .dialogue(new DialogueSettings(Cell.GRU, large ? 128 : narrow ? 32 : 64, speakers(corpus)))
        .regularization(
            large ? new Regularization(0.4, 0.1, 0.2, 0.2, 0.1) : alone.regularization())
        .optimization(new SuggestedSteps(corpus.size(), large).alongDialogues(alone.optimization()))
        .build();
  }

  /** Many names are those of persons, who come and go; a few are roles. */
  private static List<String> speakers(Corpus corpus) {
    List<String> speakers =
        corpus.utterances().stream()
            .map(LabelledUtterance::speaker)
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
    return speakers.size() > MOST_SPEAKERS ? List.of() : speakers;
  }

  private static TrainingSettings alone(
      Corpus corpus, Speed speed, Views views, NetworkSettings network, TextSettings read) {
    SuggestedText text = text(corpus);
    boolean large = text.large();
    return new TrainingSettings(
        speed,
        network,
        read,
        null,
        large ? STRONG : text.manyLabels() ? MANY_LABELS_MILD : MILD,
        new SuggestedSteps(corpus.size(), large).alone(views),
        new OutOfScopeSettings(
            corpus.labels().contains(UNKNOWN_LABEL) ? UNKNOWN_LABEL : null, null),
        1,
        0,
        Runtime.getRuntime().availableProcessors());
  }

  private static SuggestedText text(Corpus corpus) {
    return new SuggestedText(
        Script.of(corpus), corpus.size() >= LARGE, corpus.labels().size() > MANY_LABELS);
  }
}
