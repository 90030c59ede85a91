package io.garam.training.network;

/**
 * Result of a step of the optimizer.
 *
 * @param loss the mean loss of its utterances, in nats
 * @param gradients of the loss by the token vectors, {@code [tokens, embedding]}
 */
record StepResult(double loss, float[] gradients) {}
