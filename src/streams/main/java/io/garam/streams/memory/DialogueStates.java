package io.garam.streams.memory;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The states of the dialogues of one partition. Whether a dialogue is still remembered depends on
 * the records of its partition alone and never on the time of day, on other partitions or on what
 * has been {@link #sweep swept}, so that a record that is read again after a crash meets the same
 * memory. Not safe for many threads.
 *
 * <p>The clock is the stream time: the newest timestamp read so far. An utterance that comes late
 * is taken when it comes, at the time that the clock shows, so it neither turns the clock back nor
 * looks idle at once.
 */
public final class DialogueStates {

  private final KeyValueStore<Bytes, DialogueEntry> store;
  private final long idleMs;

  /**
   * @param idleMs how far the stream time may move on before a dialogue in which nothing is said is
   *     forgotten
   */
  public DialogueStates(KeyValueStore<Bytes, DialogueEntry> store, long idleMs) {
    this.store = store;
    this.idleMs = idleMs;
  }

  /**
   * The state of a dialogue when an utterance comes.
   *
   * @param entry an empty one where there is nothing to remember
   * @param replacesOtherModel whether there was, but of another model
   */
  public record LoadedDialogue(DialogueEntry entry, boolean replacesOtherModel) {}

  /**
   * Finds what is remembered of a dialogue, whichever model remembers it.
   *
   * @param dialogue which one, null for one of which this is the only utterance
   * @param now the stream time
   */
  public @Nullable DialogueEntry find(@Nullable Bytes dialogue, long now) {
    DialogueEntry found = dialogue == null ? null : store.get(dialogue);
    return found == null || isIdle(found, now) ? null : found;
  }

  /**
   * Returns the state of a dialogue for a model.
   *
   * @param found what is remembered of it, null for nothing
   * @param now the stream time
   */
  public static LoadedDialogue state(@Nullable DialogueEntry found, long now, DialogueModel model) {
    if (found == null) {
      return new LoadedDialogue(DialogueEntry.first(model, now), false);
    }
    return found.model().equals(model.digest()) && model.takes(found.memory())
        ? new LoadedDialogue(found, false)
        : new LoadedDialogue(DialogueEntry.first(model, now), true);
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
   * Takes out of the store what {@link #find} no longer returns.
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
}
