package io.garam.app.train.settings;

import io.garam.app.options.Ranges;
import io.garam.nlu.encoding.Subwords;
import io.garam.nlu.encoding.WordView;
import io.garam.training.settings.Tokenization;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of the words view: what its tokens are, and the subwords that embed them. */
final class WordViewOptions {

  static final int MOST_BUCKETS = 1 << 22;

  private static final FlagCondition WORDS_READ =
      new FlagCondition(
          "words are read",
          "a model of characters alone",
          "use --views words or both, or leave it out");

  @Option(
      names = "--tokenizer",
      paramLabel = "words|whitespace|morphemes",
      description =
          "How the words view splits text into tokens. words: by white space, marks apart."
              + " whitespace: by white space alone, where all text comes split, here and when it is"
              + " tagged. morphemes: Korean morphemes, which are found in text as people write it"
              + " and in text that comes split into morphemes, so that a model of a split corpus"
              + " can tag chats. Default: words.")
  private @Nullable Tokenization tokenizer;

  @Option(
      names = "--ngrams",
      paramLabel = "MIN..MAX|none",
      description = "Lengths of subwords, a token's n-grams of characters, such as 2..4.")
  private @Nullable String ngrams;

  @Option(
      names = "--jamo",
      paramLabel = "MIN..MAX|none",
      description = "Lengths of a Hangul token's n-grams of jamo, its letters, such as 2..5.")
  private @Nullable String jamo;

  @Option(
      names = "--buckets",
      paramLabel = "N",
      description = "Rows for hashed n-grams of tokens. The bundle's size grows with it.")
  private @Nullable Integer buckets;

  /** Says whether tokens are to be morphemes. */
  boolean readsMorphemes() {
    return tokenizer == Tokenization.MORPHEMES;
  }

  /** Returns the view given in place of the one suggested; null where words are not read. */
  @Nullable WordView over(@Nullable WordView suggested) {
    if (suggested == null) {
      WORDS_READ.refuse("tokenizer", tokenizer);
      WORDS_READ.refuse("ngrams", ngrams);
      WORDS_READ.refuse("jamo", jamo);
      WORDS_READ.refuse("buckets", buckets);
      return null;
    }
    Subwords subwords = suggested.subwords();
    return new WordView(
        tokenizer == null ? suggested.tokenizer() : tokenizer.tokenizer(),
        new Subwords(
            Ranges.lengths("ngrams", ngrams, subwords.characters()),
            Ranges.lengths("jamo", jamo, subwords.jamo()),
            Ranges.whole("buckets", buckets, subwords.buckets(), MOST_BUCKETS)));
  }
}
