package io.garam.benchmarks.footprint;

import io.garam.benchmarks.MeasurementCommand;
import io.garam.nlu.GaramException;
import io.garam.nlu.io.Json;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Memory benchmark of training: trains on corpora of growing size, each in a process of its own,
 * and says what each took.
 */
@Command(
    name = "scripts/bench training-memory",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures what a training takes by the rows of its corpus.",
      "",
      "Each size is trained for one epoch, twice, by garam train in a process of its own: once as"
          + " it is, for the greatest resident memory and the processor time, and once with full"
          + " collections all the time, for the greatest live heap. Both views are read unless the"
          + " flags say otherwise.",
      ""
    })
public final class TrainingMemory implements Callable<Integer> {

  private static final double MILLION = 1e6;

  @Option(
      names = "--rows",
      split = ",",
      paramLabel = "N",
      description = "The sizes of the corpora. Default: ${DEFAULT-VALUE}.")
  private List<Integer> rows = List.of(10_000, 30_000, 100_000);

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      description = "The greatest heap of each process. Default: ${DEFAULT-VALUE}.")
  private String heap = "2g";

  @Parameters(
      arity = "0..*",
      paramLabel = "FLAG",
      description = "Further flags of garam train, after --, such as -- --hidden 8 --embedding 8.")
  private List<String> flags = List.of();

  /** Runs the measurement that the arguments describe. */
  public static void main(String[] args) {
    System.exit(MeasurementCommand.execute(new TrainingMemory(), args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("garam-training-memory");
    try {
      System.out.printf(
          Locale.ROOT,
          "%9s  %9s  %14s  %14s  %14s%n",
          "rows",
          "corpus MB",
          "resident MB",
          "live heap MB",
          "processor s");
      List<Footprint> all = new ArrayList<>();
      for (int size : rows) {
        all.add(measure(size, folder));
      }
      sayGrowth(all);
    } finally {
      Utils.delete(folder.toFile());
    }
    return 0;
  }

  private Footprint measure(int size, Path folder) throws IOException, InterruptedException {
    Path corpus = folder.resolve(size + ".tsv");
    LargeCorpus.write(corpus, size);
    Footprint plain = train(corpus, folder, false);
    Footprint watched = train(corpus, folder, true);
    Footprint both = new Footprint(plain.resident(), watched.liveHeap(), plain.processorSeconds());
    System.out.printf(
        Locale.ROOT,
        "%,9d  %9.1f  %,14.0f  %,14.0f  %14.1f%n",
        size,
        Files.size(corpus) / MILLION,
        both.resident() / MILLION,
        both.liveHeap() / MILLION,
        both.processorSeconds());
    return both;
  }

  private Footprint train(Path corpus, Path folder, boolean watched)
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

  private void sayGrowth(List<Footprint> all) {
    int last = all.size() - 1;
    if (last < 1) {
      return;
    }
    double between = rows.get(last) - rows.get(last - 1);
    double live = (all.get(last).liveHeap() - all.get(last - 1).liveHeap()) / between;
    double million = all.get(last).liveHeap() + live * (MILLION - rows.get(last));
    System.out.printf(
        Locale.ROOT,
        "Live heap by row, between the last two: %,.0f bytes; of a million rows then %,.0f MB.%n",
        live,
        million / MILLION);
  }
}
