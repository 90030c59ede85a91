package io.garam.benchmarks.comparison;

import io.garam.benchmarks.pipeline.ComparedPipeline;
import io.garam.benchmarks.pipeline.PipelineKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Interleaved rounds: each pipeline once, then each again. One that others disturb is repeated, and
 * the quietest attempt counts.
 *
 * @param repeats how often at most
 * @param progress hears of every attempt
 */
record Rounds(
    List<ComparedPipeline> pipelines, int rounds, int repeats, Consumer<RoundResult> progress) {

  /** Runs all of them and returns the attempts that count. */
  List<RoundResult> run(Round one) throws IOException, InterruptedException, ExecutionException {
    Map<String, ExpectedIntents> expected = new HashMap<>();
    List<RoundResult> counted = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      for (ComparedPipeline pipeline : pipelines) {
        @Nullable ExpectedIntents intents =
            pipeline.kind().tags()
                ? expected.computeIfAbsent(pipeline.name(), name -> expected(pipeline))
                : null;
        counted.add(quietest(one, pipeline, round, intents));
      }
    }
    return counted;
  }

  private RoundResult quietest(
      Round one, ComparedPipeline pipeline, int round, @Nullable ExpectedIntents intents)
      throws IOException, InterruptedException, ExecutionException {
    RoundResult best = null;
    for (int attempt = 1; best == null || (!best.quiet() && attempt <= 1 + repeats); attempt++) {
      RoundResult result = one.run(pipeline, round, attempt, new OutputCheck(pipeline, intents));
      progress.accept(result);
      if (best == null || result.otherCores() < best.otherCores()) {
        best = result;
      }
    }
    return best;
  }

  private static ExpectedIntents expected(ComparedPipeline pipeline) {
    boolean byEvent =
        pipeline.kind() == PipelineKind.GARAM && Pipelines.followsDialogues(pipeline.tagsWith());
    return ExpectedIntents.of(pipeline.tagsWith(), pipeline.input(), byEvent);
  }
}
