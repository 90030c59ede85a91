package io.garam.benchmarks;

import io.garam.nlu.inference.IntentClassifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What batches are worth to the classifier alone, on one thread. */
final class ClassifierThroughput {

  private static final int UTTERANCES = 20_000;

  private ClassifierThroughput() {}

  static void measure(Path model) throws Exception {
    List<String> texts = new ArrayList<>();
    List<String> log = Utterances.texts();
    for (int i = 0; i < UTTERANCES; i++) {
      texts.add(log.get(i % log.size()));
    }
    try (IntentClassifier classifier = IntentClassifier.load(model)) {
      Medians medians = new Medians();
      for (int batch : new int[] {1, 8, 64, 512, 2000}) {
        medians.variant("batches of " + batch, () -> rate(classifier, texts, batch));
      }
      medians.print("Classifier alone, one thread, utterances:");
    }
  }

  private static double rate(IntentClassifier classifier, List<String> texts, int batch) {
    long start = System.nanoTime();
    for (int i = 0; i < texts.size(); i += batch) {
      classifier.classify(texts.subList(i, Math.min(i + batch, texts.size())));
    }
    return texts.size() * 1e9 / (System.nanoTime() - start);
  }
}
