package io.garam.nlu.onnx;

import ai.onnxruntime.OrtException;
import io.garam.nlu.encoding.EncodedUtterance;
import java.nio.IntBuffer;
import java.util.List;

/** The inputs of the characters' view. */
final class CharacterInputs implements ViewInputs {

  private IntBuffer characters = DirectBuffers.ints(0);
  private IntBuffer lengths = DirectBuffers.ints(0);
  private int batch;
  private int time;
  private int rowsOfStep;

  @Override
  public void fill(List<EncodedUtterance> utterances) {
    batch = utterances.size();
    time = 0;
    rowsOfStep = 0;
    for (EncodedUtterance utterance : utterances) {
      if (utterance.characterSteps() == 0) {
        throw new IllegalArgumentException("an utterance without characters cannot be classified");
      }
      time = Math.max(time, utterance.characterSteps());
      rowsOfStep = utterance.characters().length / utterance.characterSteps();
    }
    int width = time * rowsOfStep;
    characters = DirectBuffers.reserved(characters, batch * width);
    lengths = DirectBuffers.reserved(lengths, batch);
    for (EncodedUtterance utterance : utterances) {
      lengths.put(utterance.characterSteps());
      DirectBuffers.putPadded(characters, utterance.characters(), width);
    }
    characters.flip();
    lengths.flip();
  }

  @Override
  public void feed(Feeds feeds) throws OrtException {
    feeds.add(NetworkInputs.CHARACTERS, characters, batch, time, rowsOfStep);
    feeds.add(NetworkInputs.CHARACTER_LENGTHS, lengths, batch);
  }
}
