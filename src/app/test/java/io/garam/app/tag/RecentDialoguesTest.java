package io.garam.app.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.Intent;
import io.garam.nlu.Utterance;
import io.garam.nlu.inference.DialogueTracker;
import io.garam.nlu.inference.IntentClassifier;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecentDialoguesTest {

  private static final Path MODEL = Path.of("../../models/korean-dialogue-act");

  @Test
  void aLongPipeForgetsTheDialogueNotHeardOfForLongest() {
    try (IntentClassifier classifier = IntentClassifier.load(MODEL)) {
      DialogueTracker tracker = new DialogueTracker(classifier);
      RecentDialogues dialogues = new RecentDialogues(tracker, 2);
      for (String dialogue : List.of("a", "b", "a", "c")) {
        say(tracker, dialogue);
        dialogues.heard(dialogue);
      }
      dialogues.heard(null);

      assertThat(say(tracker, "a").dialogue().utterance()).isEqualTo(3);
      assertThat(say(tracker, "c").dialogue().utterance()).isEqualTo(2);
      assertThat(say(tracker, "b").dialogue().utterance()).isEqualTo(1);
    }
  }

  private static Intent say(DialogueTracker tracker, String dialogue) {
    return tracker.classify(List.of(new Utterance("네", dialogue, null))).get(0);
  }
}
