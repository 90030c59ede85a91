package io.garam.app.train.settings;

import io.garam.app.options.Ranges;
import io.garam.nlu.GaramException;
import io.garam.training.corpus.Corpus;
import io.garam.training.export.Cell;
import io.garam.training.settings.DialogueSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that say whether and how dialogues are followed. */
final class DialogueOptions {

  private static final int MOST_HIDDEN = 1_024;

  private static final FlagCondition DIALOGUES_FOLLOWED =
      new FlagCondition(
          "dialogues are followed", "a corpus without dialogues or --context no", "leave it out");

  @Option(
      names = "--context",
      paramLabel = "auto|yes|no",
      description = {
        "Whether the model follows dialogues: what an utterance means then depends on what was said"
            + " before it, which a second recurrent network carries from utterance to utterance."
            + " auto: where the corpus has dialogues, train with and without, and keep what does"
            + " better on the validation corpus. yes: without trying the other. no: judge every"
            + " utterance alone. Default: auto."
      })
  private Context context = Context.AUTO;

  @Option(
      names = "--dialogue-cell",
      paramLabel = "gru|lstm|...",
      description =
          "The recurrent cell that goes from utterance to utterance, any that --cell takes."
              + " Default: gru.")
  private @Nullable Cell cell;

  @Option(
      names = "--dialogue-hidden",
      paramLabel = "N",
      description =
          "Units of that cell, and numbers in the vector that stands for an utterance, in each"
              + " view: what a live dialogue costs in memory.")
  private @Nullable Integer hidden;

  /** What {@code --context} takes. */
  enum Context {
    AUTO,
    YES,
    NO
  }

  /**
   * Says whether dialogues are followed, if only on trial.
   *
   * @throws GaramException if they should be and the corpus has none
   */
  boolean follow(Corpus corpus) {
    if (context == Context.YES && !corpus.hasDialogues()) {
      throw new GaramException(
          "Expected a dialogue column in the corpus "
              + corpus.name()
              + " for --context yes, but it has none; name it with --columns dialogue=COLUMN, or"
              + " leave --context out.");
    }
    boolean follow = context != Context.NO && corpus.hasDialogues();
    if (!follow) {
      DIALOGUES_FOLLOWED.refuse("dialogue-cell", cell);
      DIALOGUES_FOLLOWED.refuse("dialogue-hidden", hidden);
    }
    return follow;
  }

  /** Says whether a model that does not follow dialogues is tried too. */
  boolean onTrial(Corpus corpus) {
    return context == Context.AUTO && corpus.hasDialogues();
  }

  /** Returns the settings given in place of those suggested; null where there are none. */
  @Nullable DialogueSettings over(@Nullable DialogueSettings suggested) {
    return suggested == null
        ? null
        : new DialogueSettings(
            cell == null ? suggested.cell() : cell,
            Ranges.whole("dialogue-hidden", hidden, suggested.hidden(), MOST_HIDDEN),
            suggested.speakers());
  }
}
