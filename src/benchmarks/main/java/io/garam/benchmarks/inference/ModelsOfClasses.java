package io.garam.benchmarks.inference;

import io.garam.benchmarks.TrainingCommand;
import io.garam.benchmarks.load.Texts;
import io.garam.benchmarks.pipeline.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Models of so many classes: the same texts with labels by turns, learned for an epoch, and read
 * whole, since speed then does not depend on what was learned.
 *
 * @param texts that they learn from and classify
 * @param folder for files of its own
 */
public record ModelsOfClasses(Texts texts, Path folder) {

  private static final List<Integer> CLASSES = List.of(2, 10, 100, 1_000);
  private static final int ROWS = 3_000;
  private static final String WORK = "classified in batches of 32";

  /** Trains and times each. */
  public List<SpeedResult> times(int rounds, int millis, JavaCommand java)
      throws IOException, InterruptedException {
    List<SpeedResult> results = new ArrayList<>();
    for (int classes : CLASSES) {
      Path model = train(classes);
      ModelSpeed.of(model, texts, rounds, millis, java, folder).stream()
          .filter(result -> result.work().equals(WORK))
          .map(
              result ->
                  new SpeedResult(
                      "all",
                      classes + " classes, batches of 32",
                      result.perSecond(),
                      result.micros()))
          .forEach(results::add);
    }
    return results;
  }

  private Path train(int classes) throws IOException {
    List<String> lines = new ArrayList<>(List.of("text\tlabel"));
    IntStream.range(0, ROWS)
        .mapToObj(row -> texts.of(row).replaceAll("\\s", " ") + "\tclass-" + row % classes)
        .forEach(lines::add);
    Path corpus = Files.write(folder.resolve("classes-" + classes + ".tsv"), lines);
    Path model = folder.resolve("model-of-" + classes);
    TrainingCommand.run(
        List.of(
            "train",
            "--speed",
            "accurate",
            "--corpus",
            "" + corpus,
            "--valid",
            "" + corpus,
            "--epochs",
            "1",
            "--out",
            "" + model));
    return model;
  }
}
