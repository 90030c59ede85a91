package io.garam.nlu.onnx;

import ai.onnxruntime.OrtException;
import io.garam.nlu.encoding.EncodedUtterance;
import java.util.List;

/** The inputs of one view of a batch, in direct buffers that are used again for the next. */
sealed interface ViewInputs permits WordInputs, CharacterInputs {

  /**
   * Fills the buffers.
   *
   * @throws IllegalArgumentException if an utterance has nothing in this view
   */
  void fill(List<EncodedUtterance> utterances);

  /** Adds what was filled in; the tensors are views of the buffers. */
  void feed(Feeds feeds) throws OrtException;
}
