package io.garam.training.settings;

import io.garam.nlu.dialogue.DialogueSpec;
import io.garam.training.export.Cell;
import io.garam.training.network.DialogueShape;
import java.util.List;

/**
 * Dialogue settings: how a model is to follow dialogues.
 *
 * @param cell what goes from utterance to utterance
 * @param hidden units of the cell in each view, and numbers in an utterance's vector
 * @param speakers who is told apart by name
 */
public record DialogueSettings(Cell cell, int hidden, List<String> speakers) {

  public DialogueSettings {
    speakers = List.copyOf(speakers);
  }

  /** Returns the sizes of a view's step. */
  public DialogueShape shape() {
    return new DialogueShape(cell, hidden, hidden, spec(1).speakerRows());
  }

  /**
   * Returns what the bundle says of it.
   *
   * @param views how many there are; each has a state of its own
   */
  public DialogueSpec spec(int views) {
    return new DialogueSpec(views * cell.states() * hidden, speakers);
  }
}
