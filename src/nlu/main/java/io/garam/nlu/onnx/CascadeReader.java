package io.garam.nlu.onnx;

import io.garam.nlu.decision.Cascade;
import io.garam.nlu.decision.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the words of all texts, and the characters of those alone that the words leave in doubt,
 * whose logits are the mean of both.
 *
 * @param words the first stage
 * @param characters the second stage
 * @param cascade says which answers of the first stage stand
 * @param decision of the whole model
 */
record CascadeReader(TextReader words, TextReader characters, Cascade cascade, Decision decision)
    implements TextReader {

  @Override
  public float[][] read(List<String> texts) {
    float[][] logits = words.read(texts);
    List<Integer> doubtful = new ArrayList<>();
    for (int i = 0; i < logits.length; i++) {
      float[] answer = cascade.answer(logits[i], decision);
      if (answer == null) {
        doubtful.add(i);
      } else {
        logits[i] = FiniteNumbers.require(answer);
      }
    }
    float[][] second = characters.read(doubtful.stream().map(texts::get).toList());
    for (int i = 0; i < second.length; i++) {
      float[] both = logits[doubtful.get(i)];
      for (int label = 0; label < both.length; label++) {
        both[label] = (both[label] + second[i][label]) / 2;
      }
    }
    return logits;
  }

  @Override
  public List<LayerRun> trace(String text) {
    List<LayerRun> first = words.trace(text);
    return cascade.answer(words.read(List.of(text))[0], decision) == null
        ? Stream.concat(first.stream(), characters.trace(text).stream()).toList()
        : first;
  }

  @Override
  public void close() {
    words.close();
    characters.close();
  }
}
