package io.garam.streams.event;

/** Place of the intent in an event, if the event has one. */
public sealed interface IntentPlace permits IntentSlot, IntentPlace.None {

  /**
   * Returns what the intent replaces.
   *
   * @throws UntaggableEventException if the event has no place for an intent
   */
  IntentSlot slot();

  /** No place, and why not. */
  record None(UntaggableEventException reason) implements IntentPlace {
    @Override
    public IntentSlot slot() {
      throw reason;
    }
  }
}
