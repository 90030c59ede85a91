package io.garam.benchmarks.footprint;

import io.garam.benchmarks.MeasurementCommand;
import java.io.IOException;
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
      HeapGrowth.sentence(rows, all).ifPresent(System.out::println);
    } finally {
      Utils.delete(folder.toFile());
    }
    return 0;
  }

  private Footprint measure(int size, Path folder) throws IOException, InterruptedException {
    Path corpus = folder.resolve(size + ".tsv");
    LargeCorpus.write(corpus, size);
    TrainingProcess training = new TrainingProcess(heap, flags);
    Footprint plain = training.run(corpus, folder, false);
    Footprint watched = training.run(corpus, folder, true);
    Footprint both = new Footprint(plain.resident(), watched.liveHeap(), plain.processorSeconds());
    System.out.printf(
        Locale.ROOT,
        "%,9d  %9.1f  %,14.0f  %,14.0f  %14.1f%n",
        size,
        Files.size(corpus) / 1e6,
        both.resident() / 1e6,
        both.liveHeap() / 1e6,
        both.processorSeconds());
    return both;
  }
}
