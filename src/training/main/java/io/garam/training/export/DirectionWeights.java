package io.garam.training.export;

/**
 * Weights of a recurrent layer in one direction, in libtorch's layout and gate order.
 *
 * @param input {@code [gates * hidden, embedding]}
 * @param recurrent {@code [gates * hidden, hidden]}
 * @param inputBias {@code [gates * hidden]}
 * @param recurrentBias {@code [gates * hidden]}
 */
public record DirectionWeights(
    float[] input, float[] recurrent, float[] inputBias, float[] recurrentBias) {}
