package io.garam.nlu.bundle;

import org.jspecify.annotations.Nullable;

/**
 * Networks of a bundle, as serialized ONNX models.
 *
 * @param utterance reads an utterance
 * @param dialogueStep goes on from there along a dialogue; null where the model judges every
 *     utterance alone
 */
public record Networks(byte[] utterance, byte @Nullable [] dialogueStep) {

  /** Returns the size of all together, in bytes. */
  public long bytes() {
    return (long) utterance.length + (dialogueStep == null ? 0 : dialogueStep.length);
  }
}
