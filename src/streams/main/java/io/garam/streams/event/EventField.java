package io.garam.streams.event;

/** Field of an event that tagging looks for or writes. */
public enum EventField {
  /** The utterance, a string. */
  TEXT,
  /**
   * Which dialogue it belongs to, a string or a number, where the key of its record does not tell.
   */
  DIALOGUE,
  /** Who says it, a string. */
  SPEAKER,
  /** What tells the utterance from others of its dialogue, a string or a number. */
  UTTERANCE,
  /** Whether its dialogue ends here, a boolean. */
  END,
  /** Where the intent is written. */
  INTENT
}
