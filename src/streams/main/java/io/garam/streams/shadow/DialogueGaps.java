package io.garam.streams.shadow;

import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Dialogues under way of which a shadow was not offered something, so that it cannot go on with
 * them. Safe for many threads.
 */
final class DialogueGaps {

  private static final int MOST = 100_000;

  private final LatestDialogues<Boolean> gaps = new LatestDialogues<>(MOST);

  synchronized boolean contains(@Nullable Bytes dialogue) {
    return gaps.get(dialogue) != null;
  }

  synchronized void add(@Nullable Bytes dialogue) {
    if (dialogue != null) {
      gaps.put(dialogue, true);
    }
  }

  synchronized void remove(@Nullable Bytes dialogue) {
    gaps.remove(dialogue);
  }
}
