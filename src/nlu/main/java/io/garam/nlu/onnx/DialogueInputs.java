package io.garam.nlu.onnx;

import ai.onnxruntime.OrtException;
import io.garam.nlu.dialogue.DialogueSpec;
import io.garam.nlu.dialogue.Turn;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.List;

/**
 * Input tensors of the dialogue step for one run, in direct buffers that are used again for the
 * next. Not safe for many threads.
 */
final class DialogueInputs {

  private FloatBuffer vectors = DirectBuffers.floats(0);
  private IntBuffer speakers = DirectBuffers.ints(0);
  private FloatBuffer states = DirectBuffers.floats(0);
  private int batch;

  /**
   * Fills the buffers.
   *
   * @param turns at least one, all with vectors of one length
   */
  void fill(List<Turn> turns, DialogueSpec spec) {
    batch = turns.size();
    vectors = DirectBuffers.reserved(vectors, batch * turns.get(0).vector().length);
    speakers = DirectBuffers.reserved(speakers, batch);
    states = DirectBuffers.reserved(states, batch * spec.stateSize());
    for (Turn turn : turns) {
      vectors.put(turn.vector());
      speakers.put(spec.speakerRow(turn.before().speaker(), turn.speaker()));
      states.put(turn.before().state());
    }
    vectors.rewind();
    speakers.rewind();
    states.rewind();
  }

  /** Adds what was filled in; the tensors are views of the buffers. */
  void feed(Feeds feeds) throws OrtException {
    feeds.add(DialogueNetwork.VECTOR, vectors, batch, vectors.limit() / batch);
    feeds.add(DialogueNetwork.SPEAKER, speakers, batch);
    feeds.add(DialogueNetwork.STATE, states, batch, states.limit() / batch);
  }
}
