package io.garam.streams.registry;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Status of a tagger that follows the registry, as it says it itself.
 *
 * @param application the application id
 * @param instance which of its instances
 * @param name that it follows
 * @param digest of the model that it runs
 * @param since when it runs it, ISO 8601 in UTC
 * @param partitions by topic and partition, such as utterances-0: the offset from which it is read
 *     by that model, and its digest
 * @param refused what it was to run and does not; null where there is no such
 * @param refusedCanary the canary that it was to run and does not; null where there is no such
 * @param canary what it has seen of the canary that it runs; null where it runs none
 * @param updated when it said so, ISO 8601 in UTC
 */
public record InstanceStatus(
    String application,
    String instance,
    String name,
    String digest,
    String since,
    Map<String, From> partitions,
    @Nullable Refusal refused,
    @Nullable Refusal refusedCanary,
    @Nullable CanaryStatus canary,
    String updated) {

  /** The place from which a partition is read by a model. */
  public record From(String digest, long offset) {

    /**
     * @throws NullPointerException if the digest is missing
     */
    public From {
      Objects.requireNonNull(digest, "digest");
    }
  }

  /** A bundle that is active and not run, with the reason. */
  public record Refusal(String digest, String reason) {

    /**
     * @throws NullPointerException if anything is missing
     */
    public Refusal {
      Objects.requireNonNull(digest, "digest");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * @throws NullPointerException if anything is missing
   */
  public InstanceStatus {
    Objects.requireNonNull(application, "application");
    Objects.requireNonNull(instance, "instance");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(updated, "updated");
    partitions = Map.copyOf(partitions);
  }

  /** Says whether it was said after an instant; where it does not say when, it was not. */
  public boolean wasSaidAfter(Instant instant) {
    try {
      return Instant.parse(updated).isAfter(instant);
    } catch (DateTimeException e) {
      return false;
    }
  }
}
