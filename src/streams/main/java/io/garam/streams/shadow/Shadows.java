package io.garam.streams.shadow;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.utils.Bytes;

/**
 * The shadows that run at the moment, of which there are few, mostly none. Safe for many threads.
 */
public final class Shadows {

  private final List<Shadow> shadows = new CopyOnWriteArrayList<>();

  /** Says whether there is none, which costs the stream next to nothing. */
  public boolean isEmpty() {
    return shadows.isEmpty();
  }

  /** Lets a shadow have what is offered from now on. */
  public void add(Shadow shadow) {
    shadows.add(shadow);
  }

  /** Takes a shadow away, which is still to be closed. */
  public void remove(Shadow shadow) {
    shadows.remove(shadow);
  }

  /** Offers an event to all, in the order of its dialogue. Never waits. */
  public void offer(AnsweredEvent event) {
    for (Shadow shadow : shadows) {
      shadow.offer(event);
    }
  }

  /** Says to all that a dialogue is over without an utterance. Never waits. */
  public void end(Bytes dialogue) {
    for (Shadow shadow : shadows) {
      shadow.end(dialogue);
    }
  }
}
