package io.garam.app.options;

import io.garam.nlu.GaramException;
import io.garam.nlu.Utterance;
import io.garam.nlu.inference.IntentClassifier;
import picocli.CommandLine.Option;

/** The flag that makes one dialogue of the texts of a command line. */
public final class DialogueOption {

  /** That of all texts, where they are one dialogue. */
  private static final String DIALOGUE = "";

  @Option(
      names = "--dialogue",
      description = {
        "The texts are one dialogue, in order. A text may begin with its speaker and a colon, as far"
            + " as the model tells speakers apart."
      })
  private boolean given;

  /** Says whether the flag is given. */
  public boolean isGiven() {
    return given;
  }

  /**
   * Checks that a model can follow the dialogue.
   *
   * @throws GaramException if there is one, and the model judges every utterance alone
   */
  public void check(IntentClassifier classifier) {
    if (given && !classifier.followsDialogues()) {
      throw new GaramException(
          "Expected a model that follows dialogues for --dialogue, but "
              + classifier.model()
              + " judges every utterance alone; leave --dialogue out, or name another model.");
    }
  }

  /** Returns the utterance of a text, in the dialogue if there is one, without its speaker. */
  public Utterance utterance(IntentClassifier classifier, String text) {
    if (!given) {
      return Utterance.alone(text);
    }
    return classifier.speakers().stream()
        .filter(speaker -> text.startsWith(speaker + ":"))
        .findFirst()
        .map(
            speaker ->
                new Utterance(text.substring(speaker.length() + 1).strip(), DIALOGUE, speaker))
        .orElseGet(() -> new Utterance(text, DIALOGUE, null));
  }
}
