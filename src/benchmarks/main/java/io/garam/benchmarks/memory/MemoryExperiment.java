package io.garam.benchmarks.memory;

import io.garam.training.network.Libtorch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what the gates of recurrent cells are for, on a task that needs memory. */
@Command(
    name = "scripts/bench memory",
    mixinStandardHelpOptions = true,
    description = {
      "Trains each recurrent cell to remember the first token of a sequence over growing distance,"
          + " and prints how often it does and how much of the gradient reaches that token.",
      ""
    })
final class MemoryExperiment implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where to write the page memory.md and its picture memory.svg. Default: none.")
  private @Nullable Path out;

  @Option(
      names = "--distances",
      split = ",",
      paramLabel = "N",
      description = "Tokens after the first, in rising order. Default: ${DEFAULT-VALUE}.")
  private List<Integer> distances = List.of(5, 10, 20, 40, 80, 160);

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Networks for each cell and distance. Default: ${DEFAULT-VALUE}.")
  private int seeds = 5;

  public static void main(String[] args) {
    System.exit(new CommandLine(new MemoryExperiment()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    if (seeds < 1 || distances.stream().anyMatch(distance -> distance < 1)) {
      throw new ParameterException(
          spec.commandLine(),
          "Expected --seeds and --distances of 1 or more, but found "
              + seeds
              + " and "
              + distances
              + "; leave them out if unsure.");
    }
    Libtorch.load();
    ExperimentResults findings = ExperimentResults.make(distances, seeds, MemoryExperiment::report);
    for (ReportedQuantity figure : ReportedQuantity.values()) {
      System.out.println(MemoryPage.section(findings, figure));
    }
    if (out != null) {
      Files.createDirectories(out);
      Files.writeString(out.resolve("memory.md"), MemoryPage.of(findings));
      Files.writeString(out.resolve("memory.svg"), MemoryPicture.of(findings));
    }
    return 0;
  }

  private static void report(CellResult finding) {
    System.err.printf(
        Locale.ROOT,
        "%s over %d: accuracy %.2f%n",
        finding.cell(),
        finding.distance(),
        finding.median(ReportedQuantity.ACCURACY));
  }
}
