package io.garam.training.settings;

/** Views of an utterance: what a model reads of an utterance. */
public enum Views {
  /** Its words. */
  WORDS,
  /** Its characters. */
  CHARACTERS,
  /** Its words and, in a second network beside the first, its characters. */
  BOTH
}
