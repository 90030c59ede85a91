package io.garam.training.settings;

import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.encoding.Subwords;
import io.garam.nlu.encoding.Subwords.Lengths;
import io.garam.nlu.encoding.WordView;
import io.garam.nlu.text.CharacterTokenizer;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.export.Cell;
import io.garam.training.network.Regularization;
import io.garam.training.optimizer.LearningRates;
import java.util.List;
import java.util.Objects;

/**
 * Settings that suit a corpus, by rules that its size, its number of labels and its script decide.
 *
 * <ul>
 *   <li>Network: a GRU in both directions of 64 units, 128 over words where there are more than 30
 *       labels.
 *   <li>Subwords: n-grams of 2 to 4 characters; of 1 to 4 where a character is a syllable or a
 *       word, and of 2 to 5 jamo for Hangul.
 *   <li>Views: words and characters where a character is a syllable or a word, and where the corpus
 *       is small, so that reading letters too is soon done; else words alone.
 *   <li>Training loop: the batch grows with the corpus from 8 to 128 utterances, and the epochs, 5
 *       to 30, make about 3200 steps, 2400 with both views of a large corpus.
 *   <li>Regularization: strong from 30,000 utterances on, where n-grams are met often enough to
 *       stand in for words; mild below; with many labels hardly any word or n-gram may be missed.
 *   <li>Along dialogues: a GRU of 64 units, 128 in a large corpus, which also takes its batches
 *       larger, its embeddings slower and fewer epochs.
 * </ul>
 */
public final class SuggestedSettings {

  /** What corpora call utterances with none of the intents: out of scope (Larson et al. 2019). */
  private static final String UNKNOWN_LABEL = "oos";

  private static final int MANY_LABELS = 30;
  private static final int LARGE = 30_000;
  private static final int STEPS = 3_200;
  private static final int STEPS_OF_BOTH_IF_LARGE = 2_400;
  private static final int STEPS_ALONG_DIALOGUES_IF_LARGE = 1_900;
  private static final int FEWEST_EPOCHS = 5;
  private static final int MOST_EPOCHS = 30;
  private static final int PATIENCE = 10;
  private static final int MOST_SPEAKERS = 8;

  /** Eight dialogues of forty utterances, the BPTT length. */
  private static final int LARGE_BATCH_OF_DIALOGUES = 320;

  private static final Regularization STRONG = new Regularization(0.5, 0.1, 0.5, 0.4, 0.1);
  private static final Regularization MILD = new Regularization(0.3, 0.1, 0.2, 0.2, 0.1);
  private static final Regularization MANY_LABELS_MILD = new Regularization(0.4, 0.1, 0, 0.1, 0.1);

  private static final CharacterTokenizer CHARACTERS = new CharacterTokenizer(true, 256);

  private SuggestedSettings() {}

  /** Returns settings for a training corpus, with seed 1 and a thread for each processor. */
  public static TrainingSettings of(Corpus corpus) {
    return of(corpus, views(corpus), false);
  }

  /** Returns which views suit a training corpus. */
  public static Views views(Corpus corpus) {
    return views(Script.of(corpus), corpus.size() >= LARGE);
  }

  /**
   * Returns settings for a training corpus.
   *
   * @param views that were chosen for it
   * @param context whether dialogues are followed
   */
  public static TrainingSettings of(Corpus corpus, Views views, boolean context) {
    TrainingSettings alone = of(corpus, views);
    if (!context) {
      return alone;
    }
    boolean large = corpus.size() >= LARGE;
    int batch = large ? LARGE_BATCH_OF_DIALOGUES : Math.max(16, alone.optimization().batch());
    return alone.toBuilder()
        .dialogue(new DialogueSettings(Cell.GRU, large ? 128 : 64, speakers(corpus)))
        .regularization(
            large ? new Regularization(0.4, 0.1, 0.2, 0.2, 0.1) : alone.regularization())
        .optimization(
            new OptimizationSettings(
                large ? new LearningRates(2e-3, 5e-3) : alone.optimization().rates(),
                epochs(corpus.size(), batch, large ? STEPS_ALONG_DIALOGUES_IF_LARGE : STEPS),
                PATIENCE,
                batch))
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

  private static TrainingSettings of(Corpus corpus, Views views) {
    boolean both = views == Views.BOTH;
    boolean large = corpus.size() >= LARGE;
    boolean manyLabels = corpus.labels().size() > MANY_LABELS;
    int batch = batch(corpus.size());
    int width = manyLabels ? 128 : 64;
    return new TrainingSettings(
        new NetworkSettings(Cell.GRU, 2, width, width, large ? 0.1 : 0.02),
        new TextSettings(
            views == Views.CHARACTERS
                ? null
                : new WordView(
                    Tokenization.WORDS.tokenizer(),
                    subwords(Script.of(corpus), buckets(large, manyLabels, both))),
            views == Views.WORDS ? null : new CharacterNgrams(CHARACTERS, large ? 49_152 : 32_768)),
        null,
        large ? STRONG : manyLabels ? MANY_LABELS_MILD : MILD,
        new OptimizationSettings(
            new LearningRates(2e-3, 1e-2),
            epochs(corpus.size(), batch, large && both ? STEPS_OF_BOTH_IF_LARGE : STEPS),
            PATIENCE,
            batch),
        new OutOfScopeSettings(
            corpus.labels().contains(UNKNOWN_LABEL) ? UNKNOWN_LABEL : null, null),
        1,
        0,
        Runtime.getRuntime().availableProcessors());
  }

  private static Views views(Script script, boolean large) {
    return switch (script) {
      case HANGUL, HAN_OR_KANA -> Views.BOTH;
      case OTHER -> large ? Views.WORDS : Views.BOTH;
    };
  }

  /** As many as a bundle of 8 MB has room for beside the view of characters. */
  private static int buckets(boolean large, boolean manyLabels, boolean both) {
    if (both) {
      return manyLabels ? 24_576 : 32_768;
    }
    return large ? 65_536 : 32_768;
  }

  private static Subwords subwords(Script script, int buckets) {
    return switch (script) {
      case HANGUL -> new Subwords(new Lengths(1, 4), new Lengths(2, 5), buckets);
      case HAN_OR_KANA -> new Subwords(new Lengths(1, 4), Lengths.NONE, buckets);
      case OTHER -> new Subwords(new Lengths(2, 4), Lengths.NONE, buckets);
    };
  }

  private static int batch(int utterances) {
    if (utterances >= LARGE) {
      return 128;
    }
    return utterances >= 8_000 ? 64 : utterances >= 2_000 ? 32 : 8;
  }

  private static int epochs(int utterances, int batch, int steps) {
    long epochs = Math.round((double) steps * batch / utterances);
    return (int) Math.min(MOST_EPOCHS, Math.max(FEWEST_EPOCHS, epochs));
  }
}
