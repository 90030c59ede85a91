package io.garam.streams.batching;

import io.garam.nlu.Intent;
import io.garam.nlu.inference.IntentClassifier;
import java.util.List;

/** What tagging asks of a model, so that tests can ask it of something smaller. */
public interface IntentModel {

  /** Says whether there is anything in a text to classify. */
  boolean isBlank(String text);

  /** Finds the intents of texts, none of them blank, in the order given. */
  List<Intent> classify(List<String> texts);

  /** Returns a view of a classifier, which stays its owner's to close. */
  static IntentModel of(IntentClassifier classifier) {
    return new IntentModel() {
      @Override
      public boolean isBlank(String text) {
        return classifier.isBlank(text);
      }

      @Override
      public List<Intent> classify(List<String> texts) {
        return classifier.classify(texts);
      }
    };
  }
}
