package io.garam.benchmarks.accuracy;

import io.garam.training.corpus.Corpus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.utils.Utils;

/**
 * Comparison of systems on one corpus: each is trained with each seed and measured.
 *
 * @param systems the first of which the others are compared with
 * @param out where to print a table in Markdown, row by row
 */
record CorpusComparison(List<ComparedSystem> systems, List<Long> seeds, PrintWriter out) {

  /** Trains, measures and prints; returns the results of the systems, in their order. */
  List<SystemResult> run(MeasuredCorpus corpus) throws IOException, InterruptedException {
    Corpus measured = MeasuredCorpus.read(corpus.test());
    out.printf(
        Locale.ROOT,
        "%n## %s: %,d utterances of %s%n%n"
            + "| system | accuracy | macro-F1 | AUROC | µs of processor time an utterance |%n"
            + "| --- | --- | --- | --- | --- |%n",
        corpus.name(),
        measured.size(),
        corpus.test().getFileName());
    List<SystemResult> results = new ArrayList<>();
    for (ComparedSystem system : systems) {
      SystemResult result = result(system, corpus, measured);
      results.add(result);
      out.println(result.toMarkdown());
      out.flush();
    }
    systems.forEach(c -> out.printf(Locale.ROOT, "%n- %s: `%s`", c.name(), c.recipe(corpus)));
    out.println();
    out.flush();
    return results;
  }

  private SystemResult result(ComparedSystem system, MeasuredCorpus corpus, Corpus measured)
      throws IOException, InterruptedException {
    List<RunResult> runs = new ArrayList<>();
    for (long seed : system.hasSeeds() ? seeds : seeds.subList(0, 1)) {
      Path work = Files.createTempDirectory("garam-accuracy-");
      try {
        runs.add(RunResult.of(measured.utterances(), system.answers(corpus, seed, work)));
      } finally {
        Utils.delete(work.toFile());
      }
    }
    return new SystemResult(system.name(), runs);
  }
}
