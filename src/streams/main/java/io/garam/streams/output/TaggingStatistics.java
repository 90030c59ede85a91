package io.garam.streams.output;

/**
 * Statistics of a running tagger, so that a user can see it work and a test can prove that batching
 * happened. Counts are of work done since the start: a record that is read again after a failure
 * counts again. Safe for many threads.
 *
 * @since 0.1.0
 */
public interface TaggingStatistics {

  /** Returns the counts now. */
  Counts counts();

  /** Returns how many output records have an intent, {@code unknown} for one. */
  long tagged(String intent);

  /** Returns how many records went to the dead-letter topic for a reason, by its code. */
  long deadLetters(String reason);

  /** Returns how long records waited for the model to read them, each with all of its poll. */
  Waits waits();

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
  record Counts(
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
  record Waits(long count, double p50, double p95, double p99, double greatest) {}
}
