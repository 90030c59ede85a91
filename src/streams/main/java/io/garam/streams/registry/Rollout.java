package io.garam.streams.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Roll-out of bundles under a name by canaries: which one runs, and what was done when and by whom.
 *
 * @param canary the one that runs, null where none does
 * @param steps the latest first
 */
public record Rollout(String name, @Nullable Canary canary, List<Step> steps) {

  /** How far back a name's history is kept. */
  private static final int MOST_STEPS = 100;

  /** What was done. */
  public enum Action {
    /** A canary began, or its share became another. */
    @JsonProperty("began")
    BEGAN,
    /** The canary became the active one, for all keys. */
    @JsonProperty("activated")
    ACTIVATED,
    /** The canary was taken back. */
    @JsonProperty("takenBack")
    TAKEN_BACK
  }

  /**
   * Step of a roll-out.
   *
   * @param digest of the canary
   * @param reason in a sentence
   */
  public record Step(String digest, Action action, String reason, String at, String by) {

    /**
     * @throws NullPointerException if anything is missing
     */
    public Step {
      Objects.requireNonNull(digest, "digest");
      Objects.requireNonNull(action, "action");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
    }
  }

  /**
   * @throws NullPointerException if anything is missing
   */
  public Rollout {
    Objects.requireNonNull(name, "name");
    steps = List.copyOf(steps);
  }

  /** Returns what it is after a step. */
  Rollout next(@Nullable Canary then, Step step) {
    List<Step> history = new ArrayList<>(List.of(step));
    history.addAll(steps);
    return new Rollout(name, then, history.subList(0, Math.min(MOST_STEPS, history.size())));
  }
}
