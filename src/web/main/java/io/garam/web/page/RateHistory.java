package io.garam.web.page;

import io.garam.nlu.Intent;
import io.garam.streams.output.TaggingStatistics.Counts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/** Rates of the last hour, in steps of ten seconds. Safe for many threads. */
final class RateHistory {

  static final long STEP_MS = 10_000;

  private static final int STEPS = 360;
  private static final int BINS = 20;
  private static final int DIGITS = 2;
  private static final long LONGEST_MS = 3_600_000;

  private final Map<String, LongAdder> intents = new ConcurrentHashMap<>();
  private final LongAdder[] confidence =
      Stream.generate(LongAdder::new).limit(BINS).toArray(LongAdder[]::new);
  private final Recorder latency = new Recorder(DIGITS);
  private final Deque<Step> steps = new ArrayDeque<>();

  /** At the end of the last step; before the first, a tagger has counted nothing. */
  private Counts last = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** What happened in ten seconds. */
  private record Step(
      long start,
      Map<String, Long> intents,
      long[] confidence,
      long deadLetters,
      @Nullable Double p50,
      @Nullable Double p99,
      @Nullable Double batchSize,
      @Nullable Long lag) {

    long events() {
      return intents.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /**
   * Notes a tagged event.
   *
   * @param latencyMs since its timestamp, which may be any time
   */
  void tagged(Intent intent, long latencyMs) {
    intents.computeIfAbsent(intent.label(), label -> new LongAdder()).increment();
    confidence[Math.min((int) (intent.confidence() * BINS), BINS - 1)].increment();
    if (latencyMs >= 0 && latencyMs <= LONGEST_MS) {
      latency.recordValue(latencyMs);
    }
  }

  /**
   * Ends a step.
   *
   * @param now the time, in milliseconds since 1970
   * @param lag events that wait, not a number where nobody knows
   */
  synchronized void endStep(long now, Counts counts, double lag) {
    Map<String, Long> tagged = new HashMap<>();
    intents.forEach((label, count) -> tagged.put(label, count.sumThenReset()));
    tagged.values().removeIf(count -> count == 0);
    Histogram waited = latency.getIntervalHistogram();
    Counts before = last;
    long batches = counts.batches() - before.batches();
    steps.add(
        new Step(
            now - STEP_MS,
            tagged,
            Stream.of(confidence).mapToLong(LongAdder::sumThenReset).toArray(),
            counts.deadLetters() - before.deadLetters(),
            percentile(waited, 50),
            percentile(waited, 99),
            batches == 0
                ? null
                : (double) (counts.batchedRecords() - before.batchedRecords()) / batches,
            Double.isNaN(lag) ? null : (long) lag));
    last = counts;
    while (steps.size() > STEPS) {
      steps.remove();
    }
  }

  private static @Nullable Double percentile(Histogram waited, double percentile) {
    return waited.getTotalCount() == 0 ? null : (double) waited.getValueAtPercentile(percentile);
  }

  /** Returns all of it, as the page reads it. */
  synchronized Map<String, Object> json() {
    Map<String, List<Long>> byIntent = new TreeMap<>();
    List<Step> all = new ArrayList<>(steps);
    all.stream()
        .flatMap(step -> step.intents().keySet().stream())
        .distinct()
        .forEach(
            label -> byIntent.put(label, column(step -> step.intents().getOrDefault(label, 0L))));
    Map<String, Object> json = new HashMap<>();
    json.put("from", all.isEmpty() ? System.currentTimeMillis() : all.get(0).start());
    json.put("stepMs", STEP_MS);
    json.put("events", column(Step::events));
    json.put("unknown", column(step -> step.intents().getOrDefault(Intent.UNKNOWN, 0L)));
    json.put("deadLetters", column(Step::deadLetters));
    json.put("intents", byIntent);
    json.put("latencyP50Ms", column(Step::p50));
    json.put("latencyP99Ms", column(Step::p99));
    json.put("batchSize", column(Step::batchSize));
    json.put("lag", column(Step::lag));
    json.put(
        "confidence",
        IntStream.range(0, BINS)
            .mapToLong(bin -> all.stream().mapToLong(step -> step.confidence()[bin]).sum())
            .toArray());
    return json;
  }

  private <T> List<@Nullable T> column(Function<Step, @Nullable T> value) {
    List<@Nullable T> column = new ArrayList<>();
    steps.forEach(step -> column.add(value.apply(step)));
    return column;
  }
}
