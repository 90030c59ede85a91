package io.garam.benchmarks.accuracy;

import io.garam.benchmarks.MeasurementCommand;
import io.garam.training.settings.Speed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Accuracy benchmark: trains all systems on the same corpora and prints their figures side by side,
 * as Markdown.
 */
@Command(
    name = "scripts/bench accuracy",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compares Garam with fastText and a linear SVM on the same utterances.",
      "",
      "Each corpus is a folder with train.tsv, valid.tsv and, where there is one, test.tsv. All"
          + " systems learn from the first, choose by the second, and are measured on test.tsv or,"
          + " without one, on valid.tsv. Rows labelled oos are out of scope: only"
          + " Garam learns to doubt from them, and AUROC says how well confidence tells them from"
          + " the others.",
      ""
    })
public final class AccuracyComparison implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the corpora's folders.")
  private Path data;

  @Option(
      names = "--corpora",
      split = ",",
      paramLabel = "NAME",
      description = "Which corpora. Default: ${DEFAULT-VALUE}.")
  private List<String> corpora = List.of("3i4k", "clinc150", "atis");

  @Option(
      names = "--seeds",
      split = ",",
      paramLabel = "N",
      description = "The seeds of each training. Default: ${DEFAULT-VALUE}.")
  private List<Long> seeds = List.of(1L, 2L, 3L);

  @Option(
      names = "--systems",
      split = ",",
      paramLabel = "NAME",
      description =
          "Which systems; the others are compared with the first. There are Garam, \"Garam"
              + " accurate\", \"Garam fast\" (trained with that --speed), fastText and \"linear"
              + " SVM\". Default: ${DEFAULT-VALUE}.")
  private List<String> systems = List.of("Garam", "fastText", "linear SVM");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write accuracy.svg, accuracy over processor time. Default: nowhere.")
  private @Nullable Path folder;

  @Option(
      names = "--peers",
      required = true,
      hidden = true,
      description = "The folder of scripts in other languages.")
  private Path peers;

  /** Runs the comparison that the arguments describe. */
  public static void main(String[] args) {
    System.exit(MeasurementCommand.execute(new AccuracyComparison(), args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    List<ComparedSystem> here = ComparedSystem.available(chosen(), out::println);
    CorpusComparison comparison = new CorpusComparison(here, seeds, out);
    List<PairedTest> tests = new ArrayList<>();
    Map<String, List<SystemResult>> results = new LinkedHashMap<>();
    for (String name : corpora) {
      List<SystemResult> ofCorpus = comparison.run(MeasuredCorpus.in(data.resolve(name)));
      results.put(name, ofCorpus);
      ofCorpus.stream()
          .skip(1)
          .forEach(other -> tests.add(PairedTest.of(name, ofCorpus.get(0), other)));
    }
    out.println("\n" + new PairedTests(tests).toMarkdown());
    if (folder != null) {
      Path picture = Files.createDirectories(folder).resolve("accuracy.svg");
      Files.writeString(picture, new AccuracyPicture(results).toSvg());
    }
    return 0;
  }

  private List<ComparedSystem> chosen() {
    return Stream.<ComparedSystem>of(
            new GaramSystem(Speed.BALANCED),
            new GaramSystem(Speed.ACCURATE),
            new GaramSystem(Speed.FAST),
            new FastTextBaseline(),
            new LinearSvmBaseline(peers))
        .filter(system -> systems.contains(system.name()))
        .toList();
  }
}
