package io.garam.app.train;

import io.garam.app.usage.Ranges;
import io.garam.app.usage.UsageException;
import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.encoding.Subwords;
import io.garam.nlu.encoding.WordView;
import io.garam.training.corpus.Corpus;
import io.garam.training.export.Cell;
import io.garam.training.network.Learner.Rates;
import io.garam.training.network.Regularization;
import io.garam.training.settings.SuggestedSettings;
import io.garam.training.settings.Tokenization;
import io.garam.training.settings.TrainingSettings;
import io.garam.training.settings.Views;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that replace what the corpus suggests; their names are those in the provenance. */
final class SettingsOptions {

  private static final int TEACHERS = 4;
  private static final int MOST_BUCKETS = 1 << 22;
  private static final int FEWEST_CHARACTER_BUCKETS = 8;

  @Option(
      names = "--cell",
      paramLabel = "gru|gru_reset_before|lstm|rnn",
      description = {
        "The recurrent cell. gru: gates decide what is kept; the reset gate works after the matrix"
            + " product, as cuDNN has it. gru_reset_before: before it, as published (Cho et al."
            + " 2014). lstm: three gates, and a cell state beside the hidden one. rnn: no gates; it"
            + " forgets, a baseline. Default: gru."
      })
  private @Nullable Cell cell;

  @Option(
      names = "--views",
      paramLabel = "words|characters|both",
      description =
          "What is read of an utterance: its words, its characters, or both, each by a network of"
              + " its own. Both is more accurate for scripts whose characters say much, and a third"
              + " as fast as words. Default: both; but words with --tokenizer morphemes, and from"
              + " 30,000 utterances on in scripts other than Hangul, Han and Kana.")
  private @Nullable Views views;

  @Option(
      names = "--tokenizer",
      paramLabel = "words|whitespace|morphemes",
      description =
          "What the view of words takes for a token. words: by white space, marks apart."
              + " whitespace: by white space alone, where all text comes split, here and when it is"
              + " tagged. morphemes: Korean morphemes, which are found in text as people write it and"
              + " in text that comes split into morphemes, so that a model of a split corpus can tag"
              + " chats. Default: words.")
  private @Nullable Tokenization tokenizer;

  @Option(
      names = "--directions",
      paramLabel = "1|2",
      description = "1 reads forward; 2 reads backward too: more accurate, half as fast.")
  private @Nullable Integer directions;

  @Option(
      names = "--embedding",
      paramLabel = "N",
      description = "Numbers in a token's vector. The bundle's size grows with it.")
  private @Nullable Integer embedding;

  @Option(
      names = "--hidden",
      paramLabel = "N",
      description = "Units of the recurrent layer in each direction.")
  private @Nullable Integer hidden;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "How often each utterance is learned from; the best epoch is kept.")
  private @Nullable Integer epochs;

  @Option(
      names = "--patience",
      paramLabel = "N",
      description = "Epochs without a better validation accuracy after which to stop early.")
  private @Nullable Integer patience;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Utterances that are learned from together.")
  private @Nullable Integer batch;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of every random choice: the same seed gives the same model. Default: 1.")
  private @Nullable Long seed;

  @Option(
      names = "--unknown-label",
      paramLabel = "LABEL",
      description = {
        "The corpus's label of utterances that have none of the intents. The model learns to doubt"
            + " on them, and answers \"unknown\" where its confidence is below the threshold."
            + " Default: oos where the corpus has that label, else none."
      })
  private @Nullable String unknownLabel;

  @Option(
      names = "--threshold",
      paramLabel = "CONFIDENCE",
      description =
          "The confidence below which the model answers \"unknown\", from 0 to below 1. Default:"
              + " with an unknown label, the greatest that gives up at most one in two hundred of the"
              + " right answers to the validation corpus; without one 0, and the model always"
              + " answers.")
  private @Nullable Double threshold;

  @Option(
      names = "--best",
      description =
          "Train several networks first and then the one that is kept, which learns from their mean"
              + " answer too: a little more accurate, as fast and small, and several times as long"
              + " in the making.")
  private boolean best;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Networks that learn side by side, with the same outcome: views, or those of --best."
              + " Default: one for each processor.")
  private @Nullable Integer threads;

  @Option(
      names = "--ngrams",
      paramLabel = "MIN..MAX|none",
      description = "Which n-grams of characters spell a token, such as 2..4.")
  private @Nullable String ngrams;

  @Option(
      names = "--jamo",
      paramLabel = "MIN..MAX|none",
      description = "Which n-grams of a Hangul token's letters spell it, such as 2..5.")
  private @Nullable String jamo;

  @Option(
      names = "--buckets",
      paramLabel = "N",
      description = "Rows that n-grams are hashed into. The bundle's size grows with it.")
  private @Nullable Integer buckets;

  @Option(
      names = "--character-buckets",
      paramLabel = "N",
      description =
          "Rows that n-grams of the characters' view are hashed into. The bundle's size grows with"
              + " it.")
  private @Nullable Integer characterBuckets;

  @Option(
      names = "--dropout",
      paramLabel = "SHARE",
      description =
          "Numbers of vectors and features zeroed in training, at most 0.3 in the characters' view.")
  private @Nullable Double dropout;

  @Option(
      names = "--word-dropout",
      paramLabel = "SHARE",
      description = "Tokens blanked in training.")
  private @Nullable Double wordDropout;

  @Option(
      names = "--row-dropout",
      paramLabel = "SHARE",
      description = "Tokens known in training by their n-grams alone.")
  private @Nullable Double rowDropout;

  @Option(
      names = "--ngram-dropout",
      paramLabel = "SHARE",
      description = "N-grams of a token left out in training, at most 0.3 in the characters' view.")
  private @Nullable Double ngramDropout;

  @Option(
      names = "--label-smoothing",
      paramLabel = "SHARE",
      description = "Probability taken from the true label and spread over all.")
  private @Nullable Double labelSmoothing;

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      description = "The peak rate of the recurrent layer and the output.")
  private @Nullable Double learningRate;

  @Option(
      names = "--embedding-learning-rate",
      paramLabel = "RATE",
      description = "The peak rate of the embedding tables.")
  private @Nullable Double embeddingLearningRate;

  @Option(
      names = "--deviation",
      paramLabel = "N",
      description = "The standard deviation of the tables' first, random numbers.")
  private @Nullable Double deviation;

  /**
   * Returns the settings for a corpus, those given in place of those suggested.
   *
   * @param follow whether dialogues are followed
   * @param dialogues how, where they are
   * @throws UsageException if one is out of its range
   */
  TrainingSettings over(Corpus corpus, boolean follow, DialogueOptions dialogues) {
    TrainingSettings suggested = SuggestedSettings.of(corpus, views(corpus), follow);
    Regularization regularization = suggested.regularization();
    Rates rates = suggested.rates();
    return new TrainingSettings(
        cell == null ? suggested.cell() : cell,
        Ranges.whole("directions", directions, suggested.directions(), 2),
        Ranges.whole("embedding", embedding, suggested.embedding(), 1_024),
        Ranges.whole("hidden", hidden, suggested.hidden(), 1_024),
        words(suggested.words()),
        characters(suggested.characters()),
        dialogues.over(suggested.dialogue()),
        Ranges.positive("deviation", deviation, suggested.deviation()),
        new Regularization(
            Ranges.share("dropout", dropout, regularization.dropout()),
            Ranges.share("word-dropout", wordDropout, regularization.wordDropout()),
            Ranges.share("row-dropout", rowDropout, regularization.rowDropout()),
            Ranges.share("ngram-dropout", ngramDropout, regularization.ngramDropout()),
            Ranges.share("label-smoothing", labelSmoothing, regularization.labelSmoothing())),
        new Rates(
            Ranges.positive("learning-rate", learningRate, rates.dense()),
            Ranges.positive("embedding-learning-rate", embeddingLearningRate, rates.embedding())),
        Ranges.whole("epochs", epochs, suggested.epochs(), 1_000),
        Ranges.whole("patience", patience, suggested.patience(), 1_000),
        Ranges.whole("batch", batch, suggested.batch(), 8_192),
        seed == null ? suggested.seed() : seed,
        unknownLabel == null ? suggested.unknownLabel() : unknownLabel,
        threshold == null ? null : Ranges.share("threshold", threshold, 0),
        best ? TEACHERS : suggested.teachers(),
        Ranges.whole("threads", threads, suggested.threads(), 64));
  }

  /** A corpus that comes split shows its characters' view spaces that chats do not have. */
  private Views views(Corpus corpus) {
    if (views != null) {
      return views;
    }
    return tokenizer == Tokenization.MORPHEMES ? Views.WORDS : SuggestedSettings.views(corpus);
  }

  private @Nullable WordView words(@Nullable WordView suggested) {
    if (suggested == null) {
      requireAbsent("tokenizer", tokenizer);
      requireAbsent("ngrams", ngrams);
      requireAbsent("jamo", jamo);
      requireAbsent("buckets", buckets);
      return null;
    }
    Subwords spelling = suggested.subwords();
    return new WordView(
        tokenizer == null ? suggested.tokenizer() : tokenizer.tokenizer(),
        new Subwords(
            Ranges.lengths("ngrams", ngrams, spelling.characters()),
            Ranges.lengths("jamo", jamo, spelling.jamo()),
            Ranges.whole("buckets", buckets, spelling.buckets(), MOST_BUCKETS)));
  }

  private static void requireAbsent(String flag, @Nullable Object given) {
    if (given != null) {
      throw new UsageException(
          "Expected --"
              + flag
              + " only where words are read, but found "
              + given.toString().toLowerCase(Locale.ROOT)
              + " for a model of characters alone; use --views words or both, or leave it out.");
    }
  }

  private @Nullable CharacterNgrams characters(@Nullable CharacterNgrams suggested) {
    if (suggested == null) {
      if (characterBuckets != null) {
        throw new UsageException(
            "Expected --character-buckets only where characters are read, but found "
                + characterBuckets
                + " for a model of words alone; add --views both, or leave it out.");
      }
      return null;
    }
    int buckets =
        Ranges.whole(
            "character-buckets",
            characterBuckets,
            suggested.buckets(),
            FEWEST_CHARACTER_BUCKETS,
            MOST_BUCKETS);
    return new CharacterNgrams(suggested.tokenizer(), buckets);
  }
}
