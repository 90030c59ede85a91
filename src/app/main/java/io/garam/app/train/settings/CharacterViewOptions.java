package io.garam.app.train.settings;

import io.garam.app.options.Ranges;
import io.garam.nlu.encoding.CharacterNgrams;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of the characters view: how its characters are read. */
final class CharacterViewOptions {

  private static final int FEWEST_BUCKETS = 8;
  private static final int MOST_STRIDE = 8;

  static final FlagCondition CHARACTERS_READ =
      new FlagCondition(
          "characters are read", "a model of words alone", "add --views both, or leave it out");

  @Option(
      names = "--character-buckets",
      paramLabel = "N",
      description =
          "Rows for hashed n-grams of the characters view. The bundle's size grows with it.")
  private @Nullable Integer buckets;

  @Option(
      names = "--character-stride",
      paramLabel = "N",
      description =
          "Characters that a step of the recurrent layer over characters reads at once. With 2"
              + " there are half as many steps, which is faster. Default: 2 for Hangul, Han and"
              + " Kana, but 1 with --speed accurate and along dialogues from 30,000 utterances on;"
              + " else 1.")
  private @Nullable Integer stride;

  /** Returns the view given in place of the one suggested; null where characters are not read. */
  @Nullable CharacterNgrams over(@Nullable CharacterNgrams suggested) {
    if (suggested == null) {
      CHARACTERS_READ.refuse("character-buckets", buckets);
      CHARACTERS_READ.refuse("character-stride", stride);
      return null;
    }
    return new CharacterNgrams(
        suggested.tokenizer(),
        Ranges.whole(
            "character-buckets",
            buckets,
            suggested.buckets(),
            FEWEST_BUCKETS,
            WordViewOptions.MOST_BUCKETS),
        Ranges.whole("character-stride", stride, suggested.stride(), MOST_STRIDE));
  }
}
