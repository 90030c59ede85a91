package io.garam.streams.batching;

import io.garam.nlu.Intent;
import io.garam.nlu.onnx.DialogueNetwork;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.streams.memory.DialogueModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Model as tagging asks it, so that tests can ask something smaller. */
public interface IntentModel {

  /** Says whether there is anything in a text to classify. */
  boolean isBlank(String text);

  /**
   * Reads texts, none of them blank.
   *
   * @return a row for each, in the order given: logits, or a vector that the {@link #dialogue()
   *     dialogue step} makes logits of
   */
  float[][] read(List<String> texts);

  /** Returns the intent that logits stand for. */
  Intent decide(float[] logits);

  /** Returns how the model follows dialogues, null where it judges every utterance alone. */
  @Nullable DialogueModel dialogue();

  /** Returns a view of a classifier, which stays its owner's to close. */
  static IntentModel of(OnnxClassifier classifier) {
    DialogueNetwork network = classifier.dialogue();
    DialogueModel dialogue =
        network == null ? null : DialogueModel.of(network, classifier.model().digest());
    return new IntentModel() {
      @Override
      public boolean isBlank(String text) {
        return classifier.isBlank(text);
      }

      @Override
      public float[][] read(List<String> texts) {
        return classifier.read(texts);
      }

      @Override
      public Intent decide(float[] logits) {
        return classifier.decide(logits);
      }

      @Override
      public @Nullable DialogueModel dialogue() {
        return dialogue;
      }
    };
  }
}
