package io.garam.streams.shadow;

import io.garam.nlu.dialogue.DialogueMemory;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** The dialogues that a shadow follows: those in which something was said last. */
final class FollowedDialogues {

  static final int MOST = 10_000;

  private final LatestDialogues<FollowedDialogue> dialogues = new LatestDialogues<>(MOST);
  private final Supplier<DialogueMemory> initial;

  FollowedDialogues(Supplier<DialogueMemory> initial) {
    this.initial = initial;
  }

  /**
   * Takes the next utterance of a dialogue.
   *
   * @return the dialogue as it was before it, or null where the shadow cannot judge the utterance
   */
  @Nullable FollowedDialogue next(AnsweredEvent event) {
    Bytes key = event.dialogue();
    if (key == null) {
      return new FollowedDialogue(initial.get());
    }
    FollowedDialogue dialogue = dialogues.get(key);
    // A model that judges every utterance alone does not tell where a dialogue begins.
    if (event.beginsDialogue() || (dialogue == null && event.intent().dialogue() == null)) {
      dialogue = new FollowedDialogue(initial.get());
      dialogues.put(key, dialogue);
    }
    boolean judged = dialogue != null && dialogue.takes(event);
    if (event.event().ends()) {
      dialogues.remove(key);
    }
    return judged ? dialogue : null;
  }

  void end(Bytes dialogue) {
    dialogues.remove(dialogue);
  }
}
