package io.garam.benchmarks.inference;

import io.garam.benchmarks.Median;
import io.garam.benchmarks.load.Texts;
import io.garam.benchmarks.peers.ProgramTime;
import io.garam.benchmarks.peers.Programs;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.nlu.text.WordTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * fastText's {@code predict}, one thread, on the texts of a model in Garam's own words. It learns
 * the model's labels from the model's answers, since its speed depends on their number and on its
 * options, which are those that were best for 3i4K, and not on how well it learned.
 */
public final class FastTextSpeed {

  private static final String PROGRAM = "fasttext";
  private static final int TEXTS = 200_000;
  private static final int LEARNED = 5_000;
  private static final WordTokenizer WORDS = new WordTokenizer(true, Integer.MAX_VALUE);

  private FastTextSpeed() {}

  /** Returns its speed, empty where there is no fastText on the path. */
  public static Optional<SpeedResult> of(Path model, Texts texts, int rounds, Path folder)
      throws IOException, InterruptedException {
    if (!Programs.exists(PROGRAM)) {
      return Optional.empty();
    }
    String learned = learn(model, texts, folder);
    Path many = write(folder.resolve("many"), texts, TEXTS);
    Path one = write(folder.resolve("one"), texts, 1);
    List<Double> seconds = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      ProgramTime start =
          ProgramTime.of(List.of(PROGRAM, "predict", learned, one.toString()), folder);
      ProgramTime all =
          ProgramTime.of(List.of(PROGRAM, "predict", learned, many.toString()), folder);
      seconds.add(all.real() - start.real());
      cpu.add(all.cpu() - start.cpu());
    }
    return Optional.of(
        new SpeedResult(
            String.valueOf(model.getFileName()),
            "fastText predict",
            TEXTS / Median.of(seconds),
            Median.of(cpu) * 1e6 / TEXTS));
  }

  private static String learn(Path model, Texts texts, Path folder)
      throws IOException, InterruptedException {
    int count = Math.min(LEARNED, texts.texts().size());
    List<String> chosen = IntStream.range(0, count).mapToObj(texts::of).toList();
    List<String> lines = new ArrayList<>();
    try (IntentClassifier classifier = IntentClassifier.load(model)) {
      List<String> labels = classifier.labels();
      var answers = classifier.classify(chosen);
      for (int i = 0; i < count; i++) {
        lines.add("__label__" + answers.get(i).label() + " " + words(chosen.get(i)));
      }
      labels.forEach(label -> lines.add("__label__" + label + " " + label));
    }
    Path train = Files.write(folder.resolve("train"), lines);
    String out = folder.resolve("fasttext").toString();
    Programs.run(
        List.of(
            (PROGRAM
                    + " supervised -minn 1 -maxn 3 -wordNgrams 3 -lr 0.5 -epoch 5 -dim 50"
                    + " -bucket 200000 -loss softmax -thread 1 -input "
                    + train
                    + " -output "
                    + out)
                .split(" ", -1)),
        folder);
    return out + ".bin";
  }

  private static Path write(Path file, Texts texts, int count) throws IOException {
    return Files.write(
        file, IntStream.range(0, count).mapToObj(text -> words(texts.of(text))).toList());
  }

  private static String words(String text) {
    return String.join(" ", WORDS.tokenize(text));
  }
}
