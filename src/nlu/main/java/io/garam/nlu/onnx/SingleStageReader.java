package io.garam.nlu.onnx;

import io.garam.nlu.encoding.UtteranceEncoder;
import java.util.List;

/**
 * Reads all texts with one network.
 *
 * @param encoder of the views that the network reads
 */
record SingleStageReader(UtteranceEncoder encoder, UtteranceNetwork network) implements TextReader {

  @Override
  public float[][] read(List<String> texts) {
    return network.read(texts.stream().map(encoder::encode).toList());
  }

  @Override
  public List<LayerRun> trace(String text) {
    return network.trace(encoder.encode(text));
  }

  @Override
  public void close() {
    network.close();
  }
}
