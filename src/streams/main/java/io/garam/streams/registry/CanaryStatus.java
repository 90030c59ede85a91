package io.garam.streams.registry;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a tagger has seen of a canary since it runs it.
 *
 * @param digest of the canary
 * @param begun when it was begun, as the registry says, so that two of the same bundle are told
 *     apart
 * @param tagged events that it answered
 * @param unknown how many of these answers were {@code unknown}
 * @param deadLetters events of its keys that could not be tagged
 * @param compared answers to which the active model was asked too
 * @param agreed how many of these were the same label
 * @param latencyMillis from an event's timestamp until it was tagged: 99 of 100 took no longer;
 *     null before the first
 */
public record CanaryStatus(
    String digest,
    String begun,
    long tagged,
    long unknown,
    long deadLetters,
    long compared,
    long agreed,
    @Nullable Double latencyMillis) {

  /**
   * @throws NullPointerException if digest or begin is missing
   * @throws IllegalArgumentException if a count cannot be
   */
  public CanaryStatus {
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(begun, "begun");
    if (unknown < 0 || tagged < unknown || deadLetters < 0 || agreed < 0 || compared < agreed) {
      throw new IllegalArgumentException("expected counts of a canary that go together");
    }
  }
}
