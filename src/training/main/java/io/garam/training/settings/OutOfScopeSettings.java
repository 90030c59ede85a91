package io.garam.training.settings;

import org.jspecify.annotations.Nullable;

/**
 * Out-of-scope settings: what the model makes of utterances with none of the intents.
 *
 * @param unknownLabel the corpus's label of such utterances: the model learns to doubt on them;
 *     null if it has none
 * @param threshold the confidence below which the model answers unknown; null to choose it from the
 *     right answers to the validation corpus where there is an unknown label, and 0 where not
 */
public record OutOfScopeSettings(@Nullable String unknownLabel, @Nullable Double threshold) {}
