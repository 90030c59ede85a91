package io.garam.nlu.dialogue;

/**
 * What came of a {@link Turn}.
 *
 * @param logits {@code [labels]}
 * @param after what is remembered of the dialogue from now on
 */
public record Step(float[] logits, DialogueMemory after) {}
