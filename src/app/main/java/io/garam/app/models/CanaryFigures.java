package io.garam.app.models;

import io.garam.streams.registry.CanaryStatus;
import java.util.Collection;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a canary over all taggers, for programs too.
 *
 * @param tagged events that it answered
 * @param unknown how many of these answers were {@code unknown}
 * @param deadLetters events of its keys that could not be tagged
 * @param compared answers to which the active model was asked too
 * @param agreed how many of these were the same label
 * @param latencyMillis the largest of the taggers' 99th percentiles, null before the first event
 */
record CanaryFigures(
    long tagged,
    long unknown,
    long deadLetters,
    long compared,
    long agreed,
    @Nullable Double latencyMillis) {

  /** Adds up what taggers say. */
  static CanaryFigures of(Collection<CanaryStatus> said) {
    OptionalDouble latency =
        said.stream()
            .map(CanaryStatus::latencyMillis)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .max();
    return new CanaryFigures(
        said.stream().mapToLong(CanaryStatus::tagged).sum(),
        said.stream().mapToLong(CanaryStatus::unknown).sum(),
        said.stream().mapToLong(CanaryStatus::deadLetters).sum(),
        said.stream().mapToLong(CanaryStatus::compared).sum(),
        said.stream().mapToLong(CanaryStatus::agreed).sum(),
        latency.isPresent() ? latency.getAsDouble() : null);
  }

  OptionalDouble agreement() {
    return share(agreed, compared);
  }

  OptionalDouble unknownShare() {
    return share(unknown, tagged);
  }

  OptionalDouble deadLetterShare() {
    return share(deadLetters, tagged + deadLetters);
  }

  OptionalDouble latency() {
    return latencyMillis == null ? OptionalDouble.empty() : OptionalDouble.of(latencyMillis);
  }

  private static OptionalDouble share(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }

  /** Says them in words. */
  String text() {
    return tagged
        + " answers, unknown "
        + text(Condition.Measure.UNKNOWN, unknownShare())
        + ", dead letters "
        + deadLetters
        + ", agreement "
        + text(Condition.Measure.AGREEMENT, agreement())
        + " of "
        + compared
        + ", 99 of 100 within "
        + text(Condition.Measure.LATENCY, latency());
  }

  private static String text(Condition.Measure measure, OptionalDouble value) {
    return value.isEmpty() ? "?" : measure.text(value.getAsDouble());
  }
}
