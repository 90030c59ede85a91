package io.garam.benchmarks.comparison;

import io.garam.benchmarks.load.Texts;
import io.garam.benchmarks.pipeline.ComparedPipeline;
import io.garam.benchmarks.pipeline.Launcher;
import io.garam.nlu.GaramException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the comparison. */
final class ComparisonOptions {

  private static final int EVENTS = 300_000;
  private static final int QUICK_EVENTS = 40_000;
  private static final int ROUNDS = 5;
  private static final int QUICK_ROUNDS = 2;
  private static final int REPEATS = 2;
  private static final int SECONDS = 20;
  private static final int QUICK_SECONDS = 5;
  private static final int MILLIS = 500;
  private static final int QUICK_MILLIS = 200;

  private static final List<String> SHIPPED =
      List.of("korean-intention", "english-assistant", "korean-dialogue-act");

  @Option(
      names = "--models",
      split = ",",
      paramLabel = "DIR",
      description = "Models that Garam tags with. Default: those that ship.")
  private List<Path> models = List.of();

  @Option(
      names = "--peer-models",
      split = ",",
      paramLabel = "DIR",
      description = "Models that the others tag with, record by record. Default: the first model.")
  private List<Path> peerModels = List.of();

  @Option(
      names = "--texts",
      split = ",",
      paramLabel = "[MODEL=]FILE",
      description =
          "Corpora whose texts events are made of, in any form that garam train reads: for the"
              + " model of a name, or for all others. Default: a model's golden utterances.")
  private List<String> texts = List.of();

  @Option(
      names = "--parts",
      split = ",",
      paramLabel = "PART",
      description =
          "What is measured, of ${COMPLETION-CANDIDATES}. Default: all, and with --quick pipelines"
              + " and model.")
  private List<Part> parts = List.of();

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "WORDS",
      description = "Pipelines whose name has one of these words. Default: all.")
  private List<String> only = List.of();

  @Option(
      names = "--events",
      paramLabel = "N",
      description = "Events in each round. Default: 300000.")
  private @Nullable Integer events;

  @Option(names = "--rounds", paramLabel = "N", description = "Rounds. Default: 5.")
  private @Nullable Integer rounds;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      defaultValue = "-1",
      description =
          "How often a round is repeated at most in which others took more than a tenth of a core."
              + " Default: 2.")
  private int repeats;

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      defaultValue = "1g",
      description = "Greatest heap of each process. Default: ${DEFAULT-VALUE}.")
  private String heap;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "How long memory is watched under load, after a minute. Default: ${DEFAULT-VALUE}.")
  private int minutes;

  @Option(
      names = "--quick",
      description =
          "End within four minutes: 40,000 events, 2 rounds, none repeated, unless said otherwise.")
  private boolean quick;

  @Option(names = "--shipped", hidden = true, description = "The folder of models that ship.")
  private Path shipped = Path.of("models");

  @Option(names = "--flink", hidden = true, description = "Class path of Flink's pipeline.")
  private @Nullable String flink;

  @Option(names = "--garam", hidden = true, description = "The program that starts Garam.")
  private @Nullable Path garam;

  /**
   * Refuses numbers that measure nothing.
   *
   * @throws GaramException if there is one
   */
  void check() {
    require("--events", events());
    require("--rounds", rounds());
    require("--minutes", minutes);
  }

  private static void require(String flag, int given) {
    if (given < 1) {
      throw new GaramException(
          "Expected "
              + flag
              + " to be at least 1, but found "
              + given
              + "; leave it out if unsure.");
    }
  }

  List<String> leftOut() {
    List<String> sentences = new ArrayList<>();
    if (flink == null && has(Part.pipelines)) {
      sentences.add("Flink could not be fetched, so its rows are missing.");
    }
    if (quick) {
      sentences.add(
          (parts.isEmpty() ? "Quick: latency and growth are left out. There" : "Quick: there")
              + " are fewer events and rounds than figures to be quoted need: the compiler is not"
              + " done within them, and rounds that others disturbed are not repeated.");
    }
    return sentences;
  }

  /** A part of the measurements. */
  enum Part {
    pipelines,
    model,
    latency,
    growth
  }

  boolean has(Part part) {
    return parts.isEmpty()
        ? !quick || part == Part.pipelines || part == Part.model
        : parts.contains(part);
  }

  Pipelines pipelines(Map<String, Texts> read) {
    List<Path> peers = peerModels.isEmpty() ? models().subList(0, 1) : peerModels;
    return new Pipelines(models(), peers, read, events(), flink != null);
  }

  /** Returns those that are to be measured. */
  List<ComparedPipeline> chosen(List<ComparedPipeline> all) {
    List<ComparedPipeline> chosen =
        all.stream()
            .filter(one -> only.isEmpty() || only.stream().anyMatch(one.name()::contains))
            .toList();
    if (chosen.isEmpty()) {
      throw new GaramException(
          "Expected --only to name a pipeline, but found "
              + only
              + "; there are "
              + all.stream().map(ComparedPipeline::name).toList()
              + ".");
    }
    return chosen;
  }

  Launcher launcher(String bootstrapServers, Path work) {
    return new Launcher(bootstrapServers, heap, flink, garam, work);
  }

  /** Returns files by the name of a model, or by no name. */
  Map<String, Path> texts() {
    Map<String, Path> files = new HashMap<>();
    for (String one : texts) {
      int end = one.indexOf('=');
      String name = end < 0 ? "" : one.substring(0, end);
      if (!name.isEmpty() && models().stream().noneMatch(model -> model.endsWith(name))) {
        throw new GaramException(
            "Expected --texts for a model of the comparison, but found "
                + name
                + "; name one of "
                + models().stream().map(Path::getFileName).toList()
                + ".");
      }
      files.put(name, Path.of(one.substring(end + 1)));
    }
    return files;
  }

  List<Path> models() {
    return models.isEmpty() ? SHIPPED.stream().map(shipped::resolve).toList() : models;
  }

  int events() {
    return events != null ? events : quick ? QUICK_EVENTS : EVENTS;
  }

  int rounds() {
    return rounds != null ? rounds : quick ? QUICK_ROUNDS : ROUNDS;
  }

  int repeats() {
    return repeats >= 0 ? repeats : quick ? 0 : REPEATS;
  }

  /** Returns the seconds of a latency that count. */
  int seconds() {
    return quick ? QUICK_SECONDS : SECONDS;
  }

  int minutes() {
    return minutes;
  }

  int millis() {
    return quick ? QUICK_MILLIS : MILLIS;
  }

  String heap() {
    return heap;
  }
}
