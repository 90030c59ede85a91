package io.garam.streams.models;

import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.streams.batching.IntentModel;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicInteger;

/** Model that is in use, with what frees it. */
record ServedModel(OnnxClassifier classifier, IntentModel model, Cleaner.Cleanable freeing) {

  private static final Cleaner CLEANER = Cleaner.create();

  /**
   * Takes over a classifier, and closes it once nothing refers to its model.
   *
   * @param live counts those that are not freed
   */
  static ServedModel of(OnnxClassifier classifier, AtomicInteger live) {
    IntentModel model = IntentModel.of(classifier);
    live.incrementAndGet();
    return new ServedModel(
        classifier,
        model,
        CLEANER.register(
            model,
            () -> {
              live.decrementAndGet();
              classifier.close();
            }));
  }

  String digest() {
    return classifier.model().digest();
  }
}
