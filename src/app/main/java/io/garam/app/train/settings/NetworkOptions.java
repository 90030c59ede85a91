package io.garam.app.train.settings;

import io.garam.app.options.Ranges;
import io.garam.training.export.Cell;
import io.garam.training.settings.NetworkSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that shape the network. */
final class NetworkOptions {

  private static final int MOST_UNITS = 1_024;

  /** More make a network over characters slower without making it better. */
  private static final int MOST_UNITS_FOR_CHARACTERS = 64;

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
      names = "--directions",
      paramLabel = "1|2",
      description =
          "1 reads forward; 2 reads backward too: more accurate, and slower. Default: 2, but 1"
              + " along dialogues of Hangul, Han and Kana up to 30,000 utterances, unless --speed"
              + " accurate is given.")
  private @Nullable Integer directions;

  @Option(
      names = "--embedding",
      paramLabel = "N",
      description =
          "Size of the embeddings, the numbers in a token's vector. The bundle's size grows with"
              + " it.")
  private @Nullable Integer embedding;

  @Option(
      names = "--hidden",
      paramLabel = "N",
      description = "Units of the recurrent layer in each direction.")
  private @Nullable Integer hidden;

  @Option(
      names = "--character-hidden",
      paramLabel = "N",
      description =
          "The same of the layer over characters. Default: as many as --hidden gives, up to 64, and"
              + " 64 where it gives none, with --speed fast 32.")
  private @Nullable Integer characterHidden;

  @Option(
      names = "--deviation",
      paramLabel = "N",
      description = "Standard deviation of the embedding tables' random initial values.")
  private @Nullable Double deviation;

  /**
   * Returns the settings given in place of those suggested.
   *
   * @param charactersRead whether there is a layer over characters
   */
  NetworkSettings over(NetworkSettings suggested, boolean charactersRead) {
    if (!charactersRead) {
      CharacterViewOptions.CHARACTERS_READ.refuse("character-hidden", characterHidden);
    }
    return new NetworkSettings(
        cell == null ? suggested.cell() : cell,
        Ranges.whole("directions", directions, suggested.directions(), 2),
        Ranges.whole("embedding", embedding, suggested.embedding(), MOST_UNITS),
        Ranges.whole("hidden", hidden, suggested.hidden(), MOST_UNITS),
        Ranges.whole("character-hidden", characterHidden, characterHidden(suggested), MOST_UNITS),
        Ranges.positive("deviation", deviation, suggested.deviation()));
  }

  private int characterHidden(NetworkSettings suggested) {
    return hidden == null
        ? suggested.characterHidden()
        : Math.min(hidden, MOST_UNITS_FOR_CHARACTERS);
  }
}
