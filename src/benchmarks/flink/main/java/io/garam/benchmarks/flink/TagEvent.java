package io.garam.benchmarks.flink;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.garam.nlu.inference.IntentClassifier;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.java.tuple.Tuple2;
import org.jspecify.annotations.Nullable;

/** Map of an event to the same with its intent; each task has a session of ONNX Runtime. */
final class TagEvent extends RichMapFunction<Tuple2<byte[], byte[]>, Tuple2<byte[], byte[]>> {

  private static final long serialVersionUID = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String model;
  private transient @Nullable IntentClassifier classifier;

  /**
   * @param model the folder of a model bundle
   */
  TagEvent(String model) {
    this.model = model;
  }

  @Override
  public void open(OpenContext context) {
    classifier = IntentClassifier.load(Path.of(model));
  }

  @Override
  public Tuple2<byte[], byte[]> map(Tuple2<byte[], byte[]> event) throws IOException {
    IntentClassifier open = classifier;
    if (open == null) {
      throw new IllegalStateException("not open yet");
    }
    ObjectNode parsed = (ObjectNode) JSON.readTree(event.f1);
    parsed.set("intent", JSON.valueToTree(open.classify(parsed.path("text").asText())));
    return Tuple2.of(event.f0, JSON.writeValueAsBytes(parsed));
  }

  @Override
  public void close() {
    if (classifier != null) {
      classifier.close();
    }
  }
}
