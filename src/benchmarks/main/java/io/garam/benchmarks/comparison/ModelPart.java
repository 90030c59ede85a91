package io.garam.benchmarks.comparison;

import io.garam.benchmarks.comparison.ComparisonOptions.Part;
import io.garam.benchmarks.inference.FastTextSpeed;
import io.garam.benchmarks.inference.ModelSpeed;
import io.garam.benchmarks.inference.SpeedResult;
import io.garam.benchmarks.inference.SpeedTable;
import io.garam.benchmarks.load.Texts;
import io.garam.benchmarks.pipeline.JavaCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of the comparison without Kafka: each model alone, and fastText on its texts. */
record ModelPart(ComparisonOptions options, JsonLines lines) {

  /** Measures and returns a table. */
  String run(Pipelines pipelines, JavaCommand java, Path work)
      throws IOException, InterruptedException {
    List<SpeedResult> results = new ArrayList<>();
    boolean missing = false;
    for (Path model : options.models()) {
      Texts texts = pipelines.textsOf(model);
      results.addAll(ModelSpeed.of(model, texts, options.rounds(), options.millis(), java, work));
      Optional<SpeedResult> fastText = FastTextSpeed.of(model, texts, options.rounds(), work);
      fastText.ifPresent(results::add);
      missing |= fastText.isEmpty();
    }
    results.forEach(result -> lines.write(Part.model, result));
    return new SpeedTable(results).markdown()
        + (missing ? "\nThere is no fasttext on the path, so its row is missing.\n" : "");
  }
}
