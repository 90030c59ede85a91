package io.garam.examples;

import io.garam.nlu.Intent;
import io.garam.nlu.Utterance;
import io.garam.nlu.inference.DialogueTracker;
import io.garam.nlu.inference.IntentClassifier;
import java.nio.file.Path;
import java.util.List;

/** Example of a dialogue: what an utterance means depends on what was said before. */
public final class FollowDialogue {

  private FollowDialogue() {}

  /** Returns what the answer means, after the question. */
  static Intent answer(Path model, String question, String answer) {
    try (IntentClassifier classifier = IntentClassifier.load(model)) {
      DialogueTracker tracker = new DialogueTracker(classifier);
      List<Intent> intents =
          tracker.classify(
              List.of(
                  new Utterance(question, "dialogue-1", "user"),
                  new Utterance(answer, "dialogue-1", "system")));
      tracker.forget("dialogue-1");
      return intents.get(1);
    }
  }
}
