package io.garam.nlu.bundle;

import org.jspecify.annotations.Nullable;

/**
 * Networks of a bundle, as serialized ONNX models.
 *
 * @param utterance reads an utterance; its words alone where there is a cascade
 * @param characters reads the characters of what the words leave in doubt; null without a cascade
 * @param dialogueStep goes on from there along a dialogue; null where the model judges every
 *     utterance alone
 */
public record Networks(
    byte[] utterance, byte @Nullable [] characters, byte @Nullable [] dialogueStep) {

  /** Returns the size of all together, in bytes. */
  public long bytes() {
    return (long) utterance.length + bytes(characters) + bytes(dialogueStep);
  }

  private static int bytes(byte @Nullable [] network) {
    return network == null ? 0 : network.length;
  }
}
