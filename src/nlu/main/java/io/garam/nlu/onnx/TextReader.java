package io.garam.nlu.onnx;

import java.util.List;

/** Reader of texts: the networks of a model and what encodes their inputs. */
interface TextReader extends AutoCloseable {

  /**
   * Reads texts.
   *
   * @param texts none of them blank
   * @return logits {@code [texts, labels]}, or vectors {@code [texts, vector]} where a {@link
   *     DialogueNetwork} goes on from there; in the order given
   * @throws IllegalStateException if ONNX Runtime fails, or a number of the answer is not finite
   */
  float[][] read(List<String> texts);

  /**
   * Reads one text, and returns what the recurrent layers did that its answer comes from.
   *
   * @param text not blank
   */
  List<LayerRun> trace(String text);

  /** Waits for runs under way, then frees the native sessions. */
  @Override
  void close();
}
