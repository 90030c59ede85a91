package io.garam.nlu.explanation;

import org.jspecify.annotations.Nullable;

/**
 * Effect of a part of an utterance or of a dialogue: what changes where it is left out.
 *
 * @param part what is left out
 * @param onLabel the log-odds of the label with the part, less those without it: above 0 the part
 *     speaks for the label. Null where nothing is left without it
 * @param onRunnerUp the same of the runner-up
 * @param labelWithout the answer without the part, which may be unknown; null where nothing is left
 * @since 0.1.0
 */
public record Effect(
    String part,
    @Nullable Double onLabel,
    @Nullable Double onRunnerUp,
    @Nullable String labelWithout) {}
