package io.garam.streams.refusal;

/**
 * Refusals of one event: what the brokers have refused of it so far.
 *
 * @param reason the last refusal, as a part of a sentence
 * @param output whether they refused the tagged event, or the event on its way to the tagger
 * @param deadLetters how many dead letters they refused: the whole one, then the smallest
 */
public record Refusal(String reason, boolean output, int deadLetters) {

  /** Returns these and a later one together. */
  Refusal and(Refusal later) {
    return new Refusal(later.reason(), output || later.output(), deadLetters + later.deadLetters());
  }

  /** Says whether nothing is left to try but to go on without the event. */
  public boolean isFinal() {
    return deadLetters > 1;
  }
}
