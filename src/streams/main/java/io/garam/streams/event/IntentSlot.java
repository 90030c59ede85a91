package io.garam.streams.event;

/**
 * Slot of the intent: a stretch of the event that the intent replaces, in bytes.
 *
 * @param from where it begins
 * @param to where it ends, exclusive; equal to {@code from} where a field is added
 * @param prefix what must stand before the intent: comma, names and opening braces of what is
 *     added, in UTF-8
 * @param suffix what must stand after it: the closing braces
 * @param isTaken whether the event has something there already; null is nothing
 */
public record IntentSlot(int from, int to, byte[] prefix, byte[] suffix, boolean isTaken)
    implements IntentPlace {
  @Override
  public IntentSlot slot() {
    return this;
  }
}
