package io.garam.streams.memory;

import io.garam.nlu.dialogue.DialogueMemory;
import io.garam.nlu.dialogue.Step;
import io.garam.nlu.dialogue.Turn;
import io.garam.nlu.onnx.DialogueNetwork;
import java.util.List;

/** Dialogue step of a model as tagging asks it, so that tests can ask something smaller. */
public interface DialogueModel {

  /** Returns which model this is; what another remembers is of no use to it. */
  String digest();

  /** Returns the memory of a dialogue in which nothing has been said. */
  DialogueMemory initialState();

  /**
   * Says whether a memory is of the model's size; the changelog is a topic that others may write.
   */
  boolean takes(DialogueMemory memory);

  /** Steps through one utterance of each of some dialogues, in the order given. */
  List<Step> step(List<Turn> turns);

  /** Returns a view of a network, which stays its owner's to close. */
  static DialogueModel of(DialogueNetwork network, String digest) {
    return new DialogueModel() {
      @Override
      public String digest() {
        return digest;
      }

      @Override
      public DialogueMemory initialState() {
        return network.spec().initialState();
      }

      @Override
      public boolean takes(DialogueMemory memory) {
        return memory.state().length == network.spec().stateSize();
      }

      @Override
      public List<Step> step(List<Turn> turns) {
        return network.step(turns);
      }
    };
  }
}
