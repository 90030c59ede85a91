package io.garam.streams.statistics;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what the tagger does, so that a user can see it work and a test can prove that batching
 * happened. Counts are of work done since the start: a record that is read again after a failure
 * counts again. Safe for many threads.
 */
public final class TaggingStatistics {

  private final LongAdder tagged = new LongAdder();
  private final LongAdder deadLetters = new LongAdder();
  private final LongAdder batches = new LongAdder();
  private final LongAdder batchedRecords = new LongAdder();
  private final LongAccumulator largestBatch = new LongAccumulator(Math::max, 0);
  private final LongAdder taggedAlone = new LongAdder();
  private final LongAdder steppedAhead = new LongAdder();
  private final LongAdder steppedAlone = new LongAdder();

  /**
   * The counts at one moment.
   *
   * @param tagged output records, tombstones included
   * @param deadLetters records that went to the dead-letter topic
   * @param batches runs of the model over what a poll returned
   * @param batchedRecords records in all batches
   * @param largestBatch records in the largest batch
   * @param taggedAlone records that came without a batch
   * @param steppedAhead dialogue steps that were taken together with others, ahead of their turn
   * @param steppedAlone dialogue steps that were taken by themselves
   */
  public record Counts(
      long tagged,
      long deadLetters,
      long batches,
      long batchedRecords,
      long largestBatch,
      long taggedAlone,
      long steppedAhead,
      long steppedAlone) {}

  public void tagged() {
    tagged.increment();
  }

  public void deadLetter() {
    deadLetters.increment();
  }

  public void batch(int records) {
    batches.increment();
    batchedRecords.add(records);
    largestBatch.accumulate(records);
  }

  public void taggedAlone() {
    taggedAlone.increment();
  }

  public void steppedAhead() {
    steppedAhead.increment();
  }

  public void steppedAlone() {
    steppedAlone.increment();
  }

  /** Returns the counts now. */
  public Counts counts() {
    return new Counts(
        tagged.sum(),
        deadLetters.sum(),
        batches.sum(),
        batchedRecords.sum(),
        largestBatch.get(),
        taggedAlone.sum(),
        steppedAhead.sum(),
        steppedAlone.sum());
  }
}
