package io.garam.nlu.inference;

import io.garam.nlu.Intent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.encoding.EncodedUtterance;
import io.garam.nlu.encoding.UtteranceEncoder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * From texts to intents, with one model. The intent of a text does not depend on what else is in
 * the batch. Safe for many threads.
 */
public final class IntentClassifier implements AutoCloseable {

  private final ModelSpec spec;
  private final ModelReference model;
  private final UtteranceEncoder encoder;
  private final OnnxNetwork network;

  private IntentClassifier(ModelSpec spec, UtteranceEncoder encoder, OnnxNetwork network) {
    this.spec = spec;
    this.model = spec.reference();
    this.encoder = encoder;
    this.network = network;
  }

  /**
   * Loads a model bundle and checks that it still answers as it did when it was made.
   *
   * @throws io.garam.nlu.GaramException if the folder is missing, incomplete or changed, or the
   *     golden utterances do not come out as recorded
   */
  public static IntentClassifier load(Path folder) {
    ModelBundle bundle = ModelBundle.read(folder);
    IntentClassifier classifier = of(bundle);
    try {
      bundle.golden().verify(folder, classifier.labels(), classifier::probabilities);
    } catch (RuntimeException e) {
      classifier.close();
      throw e;
    }
    return classifier;
  }

  private static IntentClassifier of(ModelBundle bundle) {
    return new IntentClassifier(
        bundle.spec(),
        bundle.encoder(),
        new OnnxNetwork(bundle.network(), bundle.folder().toString()));
  }

  /** Returns what the model's bundle says of it. */
  public ModelSpec spec() {
    return spec;
  }

  /** Returns which model this is. */
  public ModelReference model() {
    return model;
  }

  /** Returns all labels that an answer can have, unknown aside. */
  public List<String> labels() {
    return spec.decision().labels();
  }

  /** Says whether there is anything in a text to classify. */
  public boolean isBlank(String text) {
    return encoder.isBlank(text);
  }

  /**
   * Finds the intents of texts.
   *
   * @param texts none of them blank
   * @return one intent for each text, in the order given
   * @throws IllegalArgumentException if a text is blank
   */
  public List<Intent> classify(List<String> texts) {
    return logits(texts).map(row -> spec.decision().decide(row, model)).toList();
  }

  /** Finds the intent of one text that is not blank. */
  public Intent classify(String text) {
    return classify(List.of(text)).get(0);
  }

  /** Returns the calibrated probabilities of texts, {@code [texts, labels]}. */
  public float[][] probabilities(List<String> texts) {
    return logits(texts).map(spec.decision()::probabilities).toArray(float[][]::new);
  }

  private Stream<float[]> logits(List<String> texts) {
    List<EncodedUtterance> encoded = texts.stream().map(encoder::encode).toList();
    return Arrays.stream(network.logits(encoded));
  }

  @Override
  public void close() {
    network.close();
  }
}
