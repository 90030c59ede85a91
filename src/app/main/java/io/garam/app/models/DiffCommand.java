package io.garam.app.models;

import io.garam.app.models.ModelFacts.Difference;
import io.garam.app.options.ModelFolder;
import io.garam.evaluation.report.text.TerminalTable;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.registry.ModelName;
import io.garam.streams.registry.RegistryModels;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command {@code models diff}: what two models do not share. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says in what two models differ: labels, corpora, settings, versions, figures.",
      "",
      "Figures are those that each was trained with, on its own validation corpus; garam replay"
          + " compares answers on the same events.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  garam models diff my-model my-better-model",
      "  garam models diff topic:shop my-better-model --bootstrap-server localhost:9092"
    })
final class DiffCommand implements Callable<Integer> {

  private static final List<String> HEADER = List.of("", "first", "second");

  @Parameters(index = "0", paramLabel = "FIRST", description = "A folder, or topic:NAME[@DIGEST].")
  private String first = "";

  @Parameters(index = "1", paramLabel = "SECOND", description = "The other, likewise.")
  private String second = "";

  @Mixin private RegistryOptions options = new RegistryOptions();

  @Spec private CommandSpec spec;

  /**
   * What differs, for programs.
   *
   * @param onlyFirst labels that the first alone has, likewise the second
   */
  private record Differences(
      List<Difference> differences, List<String> onlyFirst, List<String> onlySecond) {}

  /**
   * Compares them.
   *
   * @throws io.garam.nlu.GaramException if one is not there or not readable
   */
  @Override
  public Integer call() {
    ModelSpec one = spec(first);
    ModelSpec other = spec(second);
    Differences found =
        new Differences(
            ModelFacts.of(one).differences(ModelFacts.of(other)),
            without(one, other),
            without(other, one));
    options.print(spec, found, text(found));
    return 0;
  }

  private ModelSpec spec(String model) {
    if (ModelName.inRegistry(model).isEmpty()) {
      return ModelBundle.read(ModelFolder.of(Path.of(model))).spec();
    }
    GaramConfig config = options.config(model);
    return ModelBundle.read(RegistryModels.folder(config)).spec();
  }

  private static List<String> without(ModelSpec labels, ModelSpec others) {
    return labels.decision().labels().stream()
        .filter(label -> !others.decision().labels().contains(label))
        .toList();
  }

  private static String text(Differences found) {
    if (found.differences().isEmpty()) {
      return "They are the same.\n";
    }
    return TerminalTable.of(
            HEADER,
            HEADER.size(),
            found.differences().stream()
                .map(
                    one ->
                        List.of(
                            one.what(),
                            Objects.requireNonNullElse(one.first(), ""),
                            Objects.requireNonNullElse(one.second(), "")))
                .toList())
        + "\n"
        + labels("first", found.onlyFirst())
        + labels("second", found.onlySecond());
  }

  private static String labels(String which, List<String> only) {
    return only.isEmpty()
        ? ""
        : "Labels of the " + which + " alone: " + String.join(", ", only) + "\n";
  }
}
