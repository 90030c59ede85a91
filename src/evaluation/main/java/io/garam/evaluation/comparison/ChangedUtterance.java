package io.garam.evaluation.comparison;

import org.jspecify.annotations.Nullable;

/**
 * Utterance that changes its label from one model to the other.
 *
 * @param text what was said
 * @param gold the label that people gave, null where they gave none
 */
public record ChangedUtterance(String text, @Nullable String gold) {}
