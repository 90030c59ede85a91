package io.garam.nlu.onnx;

/**
 * Run of one recurrent layer over one utterance, or over one utterance's step of a dialogue: what
 * went in, what came out, and the weights. All are as ONNX has them (operators GRU, LSTM and RNN):
 * the gates of a unit are blocks of rows in the weights.
 *
 * @param name that the layer's values start with in the graph, such as {@code word}
 * @param inputs {@code [steps, inputs]}
 * @param start the hidden state before the first step, {@code [units]}
 * @param states the hidden state after each step, {@code [directions, steps, units]}
 * @param inputWeight {@code [directions, gates · units, inputs]}
 * @param recurrentWeight {@code [directions, gates · units, units]}
 * @param bias those of the input weight, then those of the recurrent weight, {@code [directions, 2
 *     · gates · units]}
 */
public record LayerRun(
    String name,
    float[][] inputs,
    float[] start,
    float[][][] states,
    float[][][] inputWeight,
    float[][][] recurrentWeight,
    float[][] bias) {}
