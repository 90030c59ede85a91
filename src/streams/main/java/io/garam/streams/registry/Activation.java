package io.garam.streams.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Activation of a bundle: from now on it is what taggers that follow a name run.
 *
 * @param at when, ISO 8601 in UTC
 * @param by the user of the machine that activated it
 * @param earlier what was active under the name before, the latest first
 */
public record Activation(String name, String digest, String at, String by, List<Earlier> earlier) {

  /** How far back a name's history is kept. */
  private static final int MOST_EARLIER = 100;

  /** A bundle that was active once, since when and by whom. */
  public record Earlier(String digest, String at, String by) {

    /**
     * @throws NullPointerException if anything is missing
     */
    public Earlier {
      Objects.requireNonNull(digest, "digest");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(by, "by");
    }
  }

  /**
   * @throws NullPointerException if anything is missing
   */
  public Activation {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(by, "by");
    earlier = List.copyOf(earlier);
  }

  /** Returns the next activation: of another bundle, or once more of this one. */
  Activation next(String nextDigest, String now, String who) {
    if (nextDigest.equals(digest)) {
      return new Activation(name, digest, now, who, earlier);
    }
    List<Earlier> history = new ArrayList<>(List.of(new Earlier(digest, at, by)));
    history.addAll(earlier);
    return new Activation(
        name, nextDigest, now, who, history.subList(0, Math.min(MOST_EARLIER, history.size())));
  }

  /** Returns the bundle that is active. */
  public ModelName id() {
    return new ModelName(name, digest);
  }
}
