package io.garam.nlu;

import java.util.List;

/**
 * What an utterance was found to mean: the {@code intent} object of an output event.
 *
 * @param label the intent, or {@link #UNKNOWN} where no label was likely enough
 * @param confidence the calibrated probability of the most probable label, 0 to 1
 * @param alternatives the next most probable labels, best first; with {@link #UNKNOWN} the most
 *     probable label comes first here
 * @param model the model that decided
 */
public record Intent(
    String label, float confidence, List<Alternative> alternatives, ModelReference model) {

  /** The label of an utterance that no label fits well enough. */
  public static final String UNKNOWN = "unknown";

  public Intent {
    alternatives = List.copyOf(alternatives);
  }

  /**
   * A label that was considered.
   *
   * @param confidence its calibrated probability, 0 to 1
   */
  public record Alternative(String label, float confidence) {}

  /**
   * The name of a model, for people and for machines.
   *
   * @param digest the first 16 hexadecimal digits of the SHA-256 over everything in the bundle that
   *     decides a label
   */
  public record ModelReference(String name, String version, String digest) {

    /** Returns the reference as people read it. */
    @Override
    public String toString() {
      return name + " " + version + " (" + digest + ")";
    }
  }
}
