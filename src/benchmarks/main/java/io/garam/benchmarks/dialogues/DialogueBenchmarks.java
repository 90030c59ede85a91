package io.garam.benchmarks.dialogues;

import io.garam.benchmarks.TrainingCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.utils.Utils;

/** Dialogue-memory benchmark: measures the memory of dialogues with a model that follows them. */
public final class DialogueBenchmarks {

  private DialogueBenchmarks() {}

  /**
   * Measures throughput beside a model without memory, then many open dialogues.
   *
   * @param args the model bundle, the corpus that a model of the same size without memory is
   *     trained on, and how many dialogues to open
   */
  public static void main(String[] args) throws Exception {
    Path model = Path.of(args[0]);
    Path folder = Files.createTempDirectory("garam-dialogues");
    try {
      Path alone = trainWithoutMemory(args[1], folder.resolve("without-memory"));
      DialogueThroughput.measure(model, alone, folder);
      OpenDialogues.measure(model, Integer.parseInt(args[2]), folder);
    } finally {
      Utils.delete(folder.toFile());
    }
  }

  /** Speed does not depend on what was learned, so that an epoch is enough. */
  private static Path trainWithoutMemory(String corpus, Path out) {
    TrainingCommand.run(
        List.of(
            "train", "--corpus", corpus, "--context", "no", "--epochs", "1", "--out", "" + out));
    return out;
  }
}
