package io.garam.app.models;

import io.garam.app.output.Notes;
import io.garam.evaluation.report.text.TerminalTable;
import io.garam.streams.registry.PushedBundle;
import io.garam.streams.registry.RegistryContent;
import io.garam.streams.registry.RegistryReader;
import io.garam.streams.registry.RegistryTopic;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Command {@code models list}: what the registry has. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"Lists the models of the registry, by name, and which is active.", ""},
    footer = {"", "Example:", "  garam models list --bootstrap-server localhost:9092 --json"})
final class ListCommand implements Callable<Integer> {

  private static final List<String> HEADER =
      List.of("model", "version", "pushed", "by", "active", "MB");

  private static final double BYTES_OF_MB = 1e6;

  @Mixin private RegistryOptions options = new RegistryOptions();

  @Spec private CommandSpec spec;

  /** The models, for programs. */
  private record Models(List<Model> models) {}

  /** A model, for people and programs. */
  private record Model(
      String name,
      String digest,
      String version,
      String pushed,
      String by,
      boolean active,
      long bytes) {

    static Model of(PushedBundle bundle, RegistryContent content) {
      return new Model(
          bundle.name(),
          bundle.digest(),
          bundle.version(),
          bundle.pushed(),
          bundle.by(),
          content
              .activation(bundle.name())
              .filter(active -> active.digest().equals(bundle.digest()))
              .isPresent(),
          bundle.bytes());
    }

    List<String> cells() {
      return List.of(
          name + "@" + digest,
          version,
          pushed,
          by,
          active ? "active" : "",
          String.format(Locale.ROOT, "%.1f", bytes / BYTES_OF_MB));
    }
  }

  /**
   * Lists them.
   *
   * @throws io.garam.nlu.GaramException if there is no registry, or the brokers do not answer
   */
  @Override
  public Integer call() {
    RegistryTopic topic = RegistryTopic.of(options.config());
    RegistryContent content = RegistryReader.read(topic);
    List<Model> models =
        content.bundles().stream().map(bundle -> Model.of(bundle, content)).toList();
    options.print(
        spec,
        new Models(models),
        models.isEmpty()
            ? ""
            : TerminalTable.of(
                HEADER, HEADER.size() - 1, models.stream().map(Model::cells).toList()));
    if (models.isEmpty()) {
      Notes.of(spec).say("No model is in " + topic.name() + "; garam models push writes one.");
    }
    return 0;
  }
}
