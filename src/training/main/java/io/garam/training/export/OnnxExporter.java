package io.garam.training.export;

import io.garam.nlu.bundle.Networks;

/** Writes a trained classifier as ONNX, in standard operators alone. */
public final class OnnxExporter {

  private OnnxExporter() {}

  /** Returns the graphs of a network. */
  public static Networks export(NetworkWeights weights) {
    return new Networks(
        UtteranceExporter.export(weights).toByteArray(),
        weights.followsDialogues() ? DialogueStepExporter.export(weights).toByteArray() : null);
  }
}
