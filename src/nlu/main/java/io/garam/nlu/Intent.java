package io.garam.nlu;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Intent of an utterance, what it was found to mean: the {@code intent} object of an output event.
 *
 * @param label the intent, or {@link #UNKNOWN} where no label was likely enough
 * @param confidence the calibrated probability of the most probable label, 0 to 1
 * @param alternatives the next most probable labels, best first; with {@link #UNKNOWN} the most
 *     probable label comes first here
 * @param model the model that decided
 * @param dialogue where in its dialogue the model saw the utterance; null, and left out, where it
 *     was judged alone
 * @since 0.1.0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Intent(
    String label,
    float confidence,
    List<Alternative> alternatives,
    ModelReference model,
    @Nullable Place dialogue) {

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
   * An utterance's place in its dialogue.
   *
   * @param utterance how many utterances the model remembered of the dialogue, this one included
   * @param duplicate true where an utterance of this id was remembered already, so that this one
   *     has left the memory as it was; null, and left out, otherwise
   * @param restarted why the model remembers nothing of what was said before: {@link #OTHER_MODEL};
   *     null, and left out, otherwise
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Place(int utterance, @Nullable Boolean duplicate, @Nullable String restarted) {

    /** Another model followed the dialogue until now. */
    public static final String OTHER_MODEL = "other model";
  }

  /** Returns the same intent, of an utterance that was seen at its place in a dialogue. */
  public Intent at(Place place) {
    return new Intent(label, confidence, alternatives, model, place);
  }

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
