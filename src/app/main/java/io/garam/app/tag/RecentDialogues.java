package io.garam.app.tag;

import io.garam.nlu.inference.DialogueTracker;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Has a tracker forget the dialogues of which nothing was heard for longest: pipes have no end. */
final class RecentDialogues {

  private final DialogueTracker tracker;
  private final int most;
  private final Set<String> heard = new LinkedHashSet<>();

  /**
   * @param most how many dialogues are remembered
   */
  RecentDialogues(DialogueTracker tracker, int most) {
    this.tracker = tracker;
    this.most = most;
  }

  /** Notes that something was said in a dialogue, null for none. */
  void heard(@Nullable String dialogue) {
    if (dialogue == null) {
      return;
    }
    heard.remove(dialogue);
    heard.add(dialogue);
    if (heard.size() > most) {
      Iterator<String> eldest = heard.iterator();
      tracker.forget(eldest.next());
      eldest.remove();
    }
  }

  /** Forgets a dialogue, which has ended. */
  void end(@Nullable String dialogue) {
    if (dialogue != null) {
      heard.remove(dialogue);
      tracker.forget(dialogue);
    }
  }
}
