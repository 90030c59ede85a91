package io.garam.app.tag;

/** What a line may come to; its name in small letters stands where a table has no label. */
enum TagOutcome {
  TAGGED,
  BLANK,
  ENDED,
  FAILED
}
