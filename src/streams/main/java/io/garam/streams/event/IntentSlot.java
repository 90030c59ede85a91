package io.garam.streams.event;

/**
 * Slot of the intent: a stretch of the event that the intent replaces, in UTF-16 units.
 *
 * @param from where it begins
 * @param to where it ends, exclusive; equal to {@code from} where the event has no intent yet
 * @param prefix what must stand before the intent: comma and name for a new field
 */
public record IntentSlot(int from, int to, String prefix) {

  /** Says whether the event has such a field already, which the intent replaces. */
  public boolean isTaken() {
    return from < to;
  }

  static IntentSlot newField(int end) {
    return new IntentSlot(end, end, ",\"" + Event.INTENT + "\":");
  }

  static IntentSlot existingValue(int from, int to) {
    return new IntentSlot(from, to, "");
  }
}
