package io.garam.examples;

import io.garam.nlu.Intent;
import io.garam.nlu.inference.IntentClassifier;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Example of a classifier: prints the intent of each text. Arguments: MODEL TEXT... */
public final class Classify {

  private Classify() {}

  public static void main(String[] arguments) {
    List<String> all = List.of(arguments);
    run(Path.of(all.get(0)), all.subList(1, all.size()), System.out);
  }

  static void run(Path model, List<String> texts, PrintStream out) {
    try (IntentClassifier classifier = IntentClassifier.load(model)) {
      for (Intent intent : classifier.classify(texts)) {
        out.println(intent.label() + " " + intent.confidence());
      }
    }
  }
}
