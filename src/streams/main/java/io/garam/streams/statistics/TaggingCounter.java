package io.garam.streams.statistics;

import io.garam.nlu.Intent;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.output.TaggingStatistics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Counter of what the tagger does, called where it is done. Counts are kept here, whatever a meter
 * registry makes of them; distributions are the registry's. Safe for many threads.
 */
public final class TaggingCounter implements TaggingStatistics {

  /** Digits of a wait that are kept. */
  private static final int DIGITS = 3;

  private final LongAdder passedOn = new LongAdder();
  private final Map<String, LongAdder> taggedByIntent = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> deadLetters = new ConcurrentHashMap<>();
  private final LongAdder skipped = new LongAdder();
  private final AtomicLong replacedIntents = new AtomicLong();
  private final LongAdder batches = new LongAdder();
  private final LongAdder batchedRecords = new LongAdder();
  private final LongAccumulator largestBatch = new LongAccumulator(Math::max, 0);
  private final Histogram waits = new ConcurrentHistogram(DIGITS);
  private final LongAdder taggedAlone = new LongAdder();
  private final LongAdder speculativeSteps = new LongAdder();
  private final LongAdder steppedAlone = new LongAdder();
  private final TaggingDistributions distributions;
  private final List<ModelCounter> watched = new CopyOnWriteArrayList<>();

  /** Counts without a meter registry. */
  public TaggingCounter() {
    this(new CompositeMeterRegistry());
  }

  /**
   * @param registry takes the distributions
   */
  public TaggingCounter(MeterRegistry registry) {
    this.distributions = new TaggingDistributions(registry);
  }

  /**
   * Notes an event that was written with an intent.
   *
   * @param eventTime its timestamp, in milliseconds since 1970
   */
  public void tagged(Intent intent, long eventTime) {
    taggedByIntent.computeIfAbsent(intent.label(), label -> new LongAdder()).increment();
    long waitedMillis = System.currentTimeMillis() - eventTime;
    distributions.tagged(intent.confidence(), Duration.ofMillis(waitedMillis));
    for (ModelCounter one : watched) {
      one.tagged(intent, waitedMillis);
    }
  }

  /** Lets a model's counter hear of what is tagged from now on. */
  public void watch(ModelCounter counter) {
    watched.add(counter);
  }

  /** Lets a model's counter hear no more. */
  public void unwatch(ModelCounter counter) {
    watched.remove(counter);
  }

  /** Notes a record without an utterance that was passed on as it is. */
  public void passedOn() {
    passedOn.increment();
  }

  public void deadLetter(ReasonCode reason) {
    deadLetters.computeIfAbsent(reason.code(), code -> new LongAdder()).increment();
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
    distributions.batch(records, Duration.ofNanos(nanos));
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

  @Override
  public long tagged(String intent) {
    return sum(taggedByIntent.get(intent));
  }

  @Override
  public long deadLetters(String reason) {
    return sum(deadLetters.get(reason));
  }

  private static long sum(@Nullable LongAdder counted) {
    return counted == null ? 0 : counted.sum();
  }

  private static long sum(Map<String, LongAdder> counted) {
    return counted.values().stream().mapToLong(LongAdder::sum).sum();
  }

  @Override
  public Waits waits() {
    Histogram now = waits.copy();
    return new Waits(
        now.getTotalCount(),
        now.getValueAtPercentile(50) / 1e3,
        now.getValueAtPercentile(95) / 1e3,
        now.getValueAtPercentile(99) / 1e3,
        now.getMaxValue() / 1e3);
  }

  @Override
  public Counts counts() {
    return new Counts(
        sum(taggedByIntent),
        passedOn.sum(),
        sum(deadLetters),
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
