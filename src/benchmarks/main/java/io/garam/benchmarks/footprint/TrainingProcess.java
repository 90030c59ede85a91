package io.garam.benchmarks.footprint;

import io.garam.nlu.GaramException;
import io.garam.nlu.io.Json;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Process that trains a model for one epoch, as {@link MeasuredTraining} does.
 *
 * @param heap its greatest heap, such as 2g
 * @param flags further flags of {@code garam train}
 */
record TrainingProcess(String heap, List<String> flags) {

  /**
   * Trains and returns what that took.
   *
   * @param folder for files of its own
   * @param watched whether the live heap is watched
   * @throws GaramException if the training fails
   */
  Footprint run(Path corpus, Path folder, boolean watched)
      throws IOException, InterruptedException {
    Path result = folder.resolve("footprint.json");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap);
    command.add("-Dfile.encoding=UTF-8");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(MeasuredTraining.class.getName());
    command.addAll(List.of(result.toString(), String.valueOf(watched), "train"));
    command.addAll(List.of("--corpus", corpus.toString(), "--epochs", "1", "--batch", "64"));
    if (!flags.contains("--views")) {
      command.addAll(List.of("--views", "both"));
    }
    command.addAll(List.of("--out", folder.resolve("model").toString(), "--force"));
    command.addAll(flags);
    int exit =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.INHERIT)
            .redirectError(Redirect.INHERIT)
            .start()
            .waitFor();
    if (exit != 0) {
      throw new GaramException(
          "Expected a training within a heap of "
              + heap
              + ", but it ended with "
              + exit
              + "; the lines above say why.");
    }
    return Json.MAPPER.readValue(Files.readString(result), Footprint.class);
  }
}
