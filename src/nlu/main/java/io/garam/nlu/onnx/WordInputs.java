package io.garam.nlu.onnx;

import ai.onnxruntime.OrtException;
import io.garam.nlu.encoding.EncodedUtterance;
import io.garam.nlu.encoding.Vocabulary;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.List;

/** The inputs of the words' view. */
final class WordInputs implements ViewInputs {

  private static final int[] NO_SUBWORDS = new int[0];

  private IntBuffer words = DirectBuffers.ints(0);
  private IntBuffer unknowns = DirectBuffers.ints(0);
  private IntBuffer subwords = DirectBuffers.ints(0);
  private FloatBuffer subwordScales = DirectBuffers.floats(0);
  private IntBuffer lengths = DirectBuffers.ints(0);
  private int batch;
  private int time;
  private int spelled;
  private int ngrams;

  @Override
  public void fill(List<EncodedUtterance> utterances) {
    measure(utterances);
    reserve();
    putSubwords(NO_SUBWORDS);
    int[] spelledBy = new int[time];
    int unknown = 0;
    for (EncodedUtterance utterance : utterances) {
      int[] rows = utterance.words();
      for (int t = 0; t < time; t++) {
        spelledBy[t] = t < rows.length && rows[t] == Vocabulary.UNKNOWN ? ++unknown : 0;
      }
      lengths.put(rows.length);
      unknowns.put(spelledBy);
      DirectBuffers.putPadded(words, rows, time);
      utterance.subwords().forEach(this::putSubwords);
    }
    lengths.flip();
    unknowns.flip();
    words.flip();
    subwords.flip();
    subwordScales.flip();
  }

  private void measure(List<EncodedUtterance> utterances) {
    batch = utterances.size();
    time = 0;
    spelled = 1;
    ngrams = 1;
    for (EncodedUtterance utterance : utterances) {
      if (utterance.length() == 0) {
        throw new IllegalArgumentException("an utterance without tokens cannot be classified");
      }
      time = Math.max(time, utterance.length());
      spelled += utterance.subwords().size();
      for (int[] rows : utterance.subwords()) {
        ngrams = Math.max(ngrams, rows.length);
      }
    }
  }

  private void reserve() {
    words = DirectBuffers.reserved(words, batch * time);
    unknowns = DirectBuffers.reserved(unknowns, batch * time);
    subwords = DirectBuffers.reserved(subwords, spelled * ngrams);
    subwordScales = DirectBuffers.reserved(subwordScales, spelled);
    lengths = DirectBuffers.reserved(lengths, batch);
  }

  private void putSubwords(int[] rows) {
    DirectBuffers.putPadded(subwords, rows, ngrams);
    subwordScales.put(rows.length == 0 ? 0f : (float) (1 / Math.sqrt(rows.length)));
  }

  @Override
  public void feed(Feeds feeds) throws OrtException {
    feeds.add(NetworkInputs.WORDS, words, batch, time);
    feeds.add(NetworkInputs.UNKNOWNS, unknowns, batch, time);
    feeds.add(NetworkInputs.SUBWORDS, subwords, spelled, ngrams);
    feeds.add(NetworkInputs.SUBWORD_SCALES, subwordScales, spelled, 1);
    feeds.add(NetworkInputs.LENGTHS, lengths, batch);
  }
}
