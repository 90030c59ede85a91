package io.garam.nlu.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Effect of a part of an utterance or of a dialogue: what changes where it is left out.
 *
 * @param part what is left out
 * @param speaker who said it, where it is an utterance of a dialogue; null where it is a part of
 *     one, or that is not known
 * @param onLabel the log-odds of the label with the part, less those without it: above 0 the part
 *     speaks for the label. Null where nothing is left without it
 * @param onRunnerUp the same of the runner-up
 * @param labelWithout the answer without the part, which may be unknown; null where nothing is left
 * @since 0.1.0
 */
public record Effect(
    String part,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String speaker,
    @Nullable Double onLabel,
    @Nullable Double onRunnerUp,
    @Nullable String labelWithout) {

  /** Makes the effect of a part of an utterance. */
  public Effect(
      String part,
      @Nullable Double onLabel,
      @Nullable Double onRunnerUp,
      @Nullable String labelWithout) {
    this(part, null, onLabel, onRunnerUp, labelWithout);
  }

  /** Returns the same effect of something that a speaker said. */
  public Effect saidBy(@Nullable String name) {
    return new Effect(part, name, onLabel, onRunnerUp, labelWithout);
  }
}
