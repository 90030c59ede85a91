package io.garam.streams.event;

/** What becomes of an event that has something already where the intent goes. */
public enum ExistingIntent {
  /** The event is a dead letter, and what it has stays. */
  REFUSE,
  /** The intent replaces what is there. */
  REPLACE
}
