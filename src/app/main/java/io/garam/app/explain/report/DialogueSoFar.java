package io.garam.app.explain.report;

import io.garam.nlu.Utterance;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was said in a dialogue so far, as far back as explanations look. */
public final class DialogueSoFar {

  /** How many utterances of a dialogue are taken, the last ones, that which is explained too. */
  private static final int MOST = 200;

  private final Deque<Utterance> said = new ArrayDeque<>();

  /** Adds what was said next. */
  public void add(String text, @Nullable String speaker) {
    said.add(new Utterance(text, "", speaker));
    if (said.size() == MOST) {
      said.remove();
    }
  }

  /** Forgets what was said: the dialogue has ended. */
  public void end() {
    said.clear();
  }

  /** Returns the utterances so far, and a last one. */
  public List<Utterance> and(String text, @Nullable String speaker) {
    List<Utterance> dialogue = new ArrayList<>(said);
    dialogue.add(new Utterance(text, "", speaker));
    return dialogue;
  }
}
