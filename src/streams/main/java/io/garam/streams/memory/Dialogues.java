package io.garam.streams.memory;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the dialogues of one partition. Whether a dialogue is still remembered
 * depends on the records of its partition alone and never on the time of day, on other partitions
 * or on what has been {@link #sweep swept}, so that a record that is read again after a crash meets
 * the same memory. Not safe for many threads.
 *
 * <p>The clock is the stream time: the newest timestamp read so far. An utterance that comes late
 * is taken when it comes, at the time that the clock shows, so it neither turns the clock back nor
 * looks idle at once.
 */
public final class Dialogues {

  private final KeyValueStore<Bytes, DialogueEntry> store;
  private final DialogueModel model;
  private final long idleMs;

  /**
   * @param idleMs how far the stream time may move on before a dialogue in which nothing is said is
   *     forgotten
   */
  public Dialogues(KeyValueStore<Bytes, DialogueEntry> store, DialogueModel model, long idleMs) {
    this.store = store;
    this.model = model;
    this.idleMs = idleMs;
  }

  /**
   * What is remembered when an utterance comes.
   *
   * @param entry an empty one where there is nothing to remember
   * @param otherModel whether there was, but of another model
   */
  public record Recollection(DialogueEntry entry, boolean otherModel) {}

  /**
   * Recalls a dialogue.
   *
   * @param dialogue which one, null for one of which this is the only utterance
   * @param now the stream time
   */
  public Recollection recall(@Nullable Bytes dialogue, long now) {
    DialogueEntry found = dialogue == null ? null : store.get(dialogue);
    if (found == null || isIdle(found, now)) {
      return new Recollection(begun(now), false);
    }
    return found.model().equals(model.digest()) && model.takes(found.memory())
        ? new Recollection(found, false)
        : new Recollection(begun(now), true);
  }

  /** Remembers a dialogue. */
  public void remember(Bytes dialogue, DialogueEntry entry) {
    store.put(dialogue, entry);
  }

  /** Forgets a dialogue, which has ended. */
  public void forget(Bytes dialogue) {
    if (store.get(dialogue) != null) {
      store.delete(dialogue);
    }
  }

  /**
   * Takes out of the store what {@link #recall} no longer recalls.
   *
   * @param now the stream time
   */
  public void sweep(long now) {
    try (KeyValueIterator<Bytes, DialogueEntry> entries = store.all()) {
      while (entries.hasNext()) {
        KeyValue<Bytes, DialogueEntry> entry = entries.next();
        if (isIdle(entry.value, now)) {
          store.delete(entry.key);
        }
      }
    }
  }

  private boolean isIdle(DialogueEntry entry, long now) {
    return now - entry.time() > idleMs;
  }

  private DialogueEntry begun(long now) {
    return new DialogueEntry(model.digest(), model.birth(), now, List.of());
  }
}
