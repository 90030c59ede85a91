package io.garam.app.train.settings;

import io.garam.training.corpus.Corpus;
import io.garam.training.settings.SuggestedSettings;
import io.garam.training.settings.TextSettings;
import io.garam.training.settings.Views;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The flags that say how utterances are read. */
final class TextOptions {

  @Option(
      names = "--views",
      paramLabel = "words|characters|both",
      description =
          "What is read of an utterance: its words, its characters, or both, each by a network of"
              + " its own. Both is more accurate for scripts whose characters say much; it is a third"
              + " as fast as words, or nearly as fast where the characters are read only of"
              + " utterances that the words are not sure of (--speed). Default: both; but words with"
              + " --tokenizer morphemes, and from 30,000 utterances on in scripts other than Hangul,"
              + " Han and Kana.")
  private @Nullable Views views;

  @ArgGroup(validate = false)
  private WordViewOptions words = new WordViewOptions();

  @ArgGroup(validate = false)
  private CharacterViewOptions characters = new CharacterViewOptions();

  /** Returns the settings given in place of those suggested. */
  TextSettings over(TextSettings suggested) {
    return new TextSettings(words.over(suggested.words()), characters.over(suggested.characters()));
  }

  /**
   * Returns the views given, else those that suit a corpus. One that comes split shows its
   * characters' view spaces that chats do not have.
   */
  Views views(Corpus corpus) {
    if (views != null) {
      return views;
    }
    return words.readsMorphemes() ? Views.WORDS : SuggestedSettings.views(corpus);
  }
}
