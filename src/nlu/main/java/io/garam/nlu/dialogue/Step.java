package io.garam.nlu.dialogue;

/**
 * Result of a dialogue step: what came of a {@link Turn}.
 *
 * @param logits {@code [labels]}
 * @param after what is remembered of the dialogue from now on
 */
public record Step(float[] logits, DialogueMemory after) {}
