package io.garam.benchmarks.inference;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.garam.benchmarks.load.Texts;
import io.garam.benchmarks.pipeline.JavaCommand;
import io.garam.nlu.GaramException;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.inference.IntentClassifier;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Process that times one model without Kafka. */
public final class ModelSpeed {

  private static final int TEXTS = 4_000;

  /** The compiler needs some tens of thousands of texts. */
  private static final int WARM_UP_MILLIS = 1_000;

  private static final long LARGE_PRIME = 7_919;
  private static final ObjectMapper JSON = new ObjectMapper();

  private ModelSpeed() {}

  /**
   * Times a model in a process of its own.
   *
   * @param millis how long each work is repeated in a round
   * @param folder for files of its own
   * @throws GaramException if it fails
   */
  public static List<SpeedResult> of(
      Path model, Texts texts, int rounds, int millis, JavaCommand java, Path folder)
      throws IOException, InterruptedException {
    Path file = folder.resolve("texts.json");
    Path result = folder.resolve("speed.json");
    JSON.writeValue(file.toFile(), spread(texts));
    List<String> command =
        java.of(
            ModelSpeed.class,
            model.toString(),
            file.toString(),
            String.valueOf(rounds),
            String.valueOf(millis),
            result.toString());
    int exit =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.INHERIT)
            .start()
            .waitFor();
    if (exit != 0) {
      throw new GaramException(
          "Expected to time "
              + model
              + ", but the process ended with "
              + exit
              + "; the lines above say why.");
    }
    return JSON.readValue(result.toFile(), new TypeReference<List<SpeedResult>>() {});
  }

  /**
   * Corpora are sorted by label; their texts in another order, so that each work has some of all.
   */
  private static List<String> spread(Texts texts) {
    int size = texts.texts().size();
    return IntStream.range(0, TEXTS)
        .mapToObj(i -> texts.of((int) (i * LARGE_PRIME % size)))
        .toList();
  }

  /**
   * Times.
   *
   * @param args the model, a file of texts, rounds, milliseconds, and where to write the results
   */
  public static void main(String[] args) throws Exception {
    Path model = Path.of(args[0]);
    String name = String.valueOf(model.getFileName());
    List<String> texts =
        JSON.readValue(Files.readString(Path.of(args[1])), new TypeReference<List<String>>() {});
    List<SpeedResult> results = new ArrayList<>();
    try (IntentClassifier classifier = IntentClassifier.load(model)) {
      List<TimedWork> works =
          new ModelWork(classifier, ModelBundle.read(model).encoder(), texts).all();
      TimedWork.run(works, Integer.parseInt(args[2]), Integer.parseInt(args[3]), WARM_UP_MILLIS);
      works.forEach(work -> results.add(work.result(name)));
    }
    JSON.writeValue(Path.of(args[4]).toFile(), results);
  }
}
