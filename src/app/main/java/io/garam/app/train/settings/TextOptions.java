package io.garam.app.train;

import io.garam.app.options.Ranges;
import io.garam.app.usage.UsageException;
import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.encoding.Subwords;
import io.garam.nlu.encoding.WordView;
import io.garam.training.corpus.Corpus;
import io.garam.training.settings.SuggestedSettings;
import io.garam.training.settings.TextSettings;
import io.garam.training.settings.Tokenization;
import io.garam.training.settings.Views;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say how utterances are read. */
final class TextOptions {

  private static final int MOST_BUCKETS = 1 << 22;
  private static final int FEWEST_CHARACTER_BUCKETS = 8;

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
              + " tagged. morphemes: Korean morphemes, which are found in text as people write it"
              + " and in text that comes split into morphemes, so that a model of a split corpus"
              + " can tag chats. Default: words.")
  private @Nullable Tokenization tokenizer;

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

  /** Returns the settings given in place of those suggested. */
  TextSettings over(TextSettings suggested) {
    return new TextSettings(words(suggested.words()), characters(suggested.characters()));
  }

  /**
   * Returns the views given, else those that suit a corpus. One that comes split shows its
   * characters' view spaces that chats do not have.
   */
  Views views(Corpus corpus) {
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
