package io.garam.streams.statistics;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Counts what the tagger does, so that a user can see it work and a test can prove that batching
 * happened. Counts are of work done since the start: a record that is read again after a failure
 * counts again. Safe for many threads.
 */
public final class TaggingStatistics {

  /** Digits of a wait that are kept. */
  private static final int DIGITS = 3;

  private final LongAdder tagged = new LongAdder();
  private final LongAdder passedOn = new LongAdder();
  private final LongAdder deadLetters = new LongAdder();
  private final LongAdder skipped = new LongAdder();
  private final AtomicLong replacedIntents = new AtomicLong();
  private final LongAdder batches = new LongAdder();
  private final LongAdder batchedRecords = new LongAdder();
  private final LongAccumulator largestBatch = new LongAccumulator(Math::max, 0);
  private final Histogram waits = new ConcurrentHistogram(DIGITS);
  private final LongAdder taggedAlone = new LongAdder();
  private final LongAdder speculativeSteps = new LongAdder();
  private final LongAdder steppedAlone = new LongAdder();

  /**
   * The counts at one moment.
   *
   * @param tagged output records with an intent
   * @param passedOn output records without one, such as tombstones
   * @param deadLetters records that went to the dead-letter topic
   * @param skipped records of which neither an output nor a dead letter could be written
   * @param replacedIntents events that had a field for the intent already
   * @param batches runs of the model over what a poll returned
   * @param batchedRecords records in all batches
   * @param largestBatch records in the largest batch
   * @param taggedAlone records that came without a batch
   * @param speculativeSteps dialogue steps that were taken together with others, ahead of their
   *     turn
   * @param steppedAlone dialogue steps that were taken by themselves
   */
  public record Counts(
      long tagged,
      long passedOn,
      long deadLetters,
      long skipped,
      long replacedIntents,
      long batches,
      long batchedRecords,
      long largestBatch,
      long taggedAlone,
      long speculativeSteps,
      long steppedAlone) {}

  /**
   * How long records waited, in milliseconds.
   *
   * @param count how many records
   * @param p50 what half of them did not wait longer than
   * @param p95 what 95 % of them did not wait longer than
   * @param p99 what 99 % of them did not wait longer than
   * @param greatest the longest wait
   */
  public record Waits(long count, double p50, double p95, double p99, double greatest) {}

  public void tagged() {
    tagged.increment();
  }

  /** Notes a record without an utterance that was passed on as it is. */
  public void passedOn() {
    passedOn.increment();
  }

  public void deadLetter() {
    deadLetters.increment();
  }

  public void skipped() {
    skipped.increment();
  }

  /** Notes an event that had a field for the intent already, and returns how many had. */
  public long replacedIntent() {
    return replacedIntents.incrementAndGet();
  }

  /**
   * Notes a run of the model over what a poll returned.
   *
   * @param nanos how long it took, and so how long each of the records waited for it
   */
  public void batch(int records, long nanos) {
    batches.increment();
    batchedRecords.add(records);
    largestBatch.accumulate(records);
    waits.recordValueWithCount(TimeUnit.NANOSECONDS.toMicros(nanos), records);
  }

  public void taggedAlone() {
    taggedAlone.increment();
  }

  public void speculativeSteps() {
    speculativeSteps.increment();
  }

  public void steppedAlone() {
    steppedAlone.increment();
  }

  /** Returns how long records waited for the model to read them, each with all of its poll. */
  public Waits waits() {
    Histogram now = waits.copy();
    return new Waits(
        now.getTotalCount(),
        now.getValueAtPercentile(50) / 1e3,
        now.getValueAtPercentile(95) / 1e3,
        now.getValueAtPercentile(99) / 1e3,
        now.getMaxValue() / 1e3);
  }

  /** Returns the counts now. */
  public Counts counts() {
    return new Counts(
        tagged.sum(),
        passedOn.sum(),
        deadLetters.sum(),
        skipped.sum(),
        replacedIntents.get(),
        batches.sum(),
        batchedRecords.sum(),
        largestBatch.get(),
        taggedAlone.sum(),
        speculativeSteps.sum(),
        steppedAlone.sum());
  }
}
