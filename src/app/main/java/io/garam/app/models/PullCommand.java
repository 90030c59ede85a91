package io.garam.app.models;

import io.garam.app.output.WritableFolder;
import io.garam.nlu.GaramException;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.io.FileFault;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.registry.PushedBundle;
import io.garam.streams.registry.RegistryModels;
import io.garam.streams.registry.RegistryReader;
import io.garam.streams.registry.RegistryTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command {@code models pull}: writes a bundle of the registry to a folder. */
@Command(
    name = "pull",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes a model of the registry to a folder, for commands that take one.",
      "",
      "It is verified as taggers verify it.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  garam models pull shop --out shop-now --bootstrap-server localhost:9092"
    })
final class PullCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "NAME[@DIGEST]",
      description = "Which one; without a digest the active one of that name.")
  private String model = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder to write to, which is not there yet or empty.")
  private Path out = Path.of("");

  @Mixin private RegistryOptions options = new RegistryOptions();

  @Spec private CommandSpec spec;

  /** What was written, for programs. */
  private record Pulled(String name, String digest, String version, String folder) {}

  /**
   * Writes it.
   *
   * @throws GaramException if it is not there or cannot be verified, the folder cannot be written,
   *     or the brokers do not answer or refuse
   */
  @Override
  public Integer call() {
    GaramConfig config = options.config();
    requireEmpty();
    WritableFolder.require("--out", out);
    try (RegistryReader registry = RegistryReader.open(RegistryTopic.of(config))) {
      PushedBundle bundle = RegistryModels.bundle(registry.content(), RegistryOptions.name(model));
      copy(new RegistryModels(config).fetch(registry, bundle));
      ModelBundle.read(out, TrustedKeys.read(config.trustedKeys()));
      options.print(
          spec,
          new Pulled(bundle.name(), bundle.digest(), bundle.version(), out.toString()),
          "Wrote " + bundle.id() + " to " + out + "\n");
    }
    return 0;
  }

  private void requireEmpty() {
    try {
      if (Files.exists(out) && !(Files.isDirectory(out) && list(out).isEmpty())) {
        throw new GaramException(
            "Expected --out to name a folder that is not there yet or empty, but found "
                + out
                + " with something in it; name another.");
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private void copy(Path bundle) {
    try {
      Files.createDirectories(out);
      for (Path file : list(bundle)) {
        Files.copy(file, out.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private GaramException failure(IOException cause) {
    return new GaramException(
        "Expected to write the model to "
            + out
            + ", but failed: "
            + FileFault.of(cause)
            + "; mend that and pull again.",
        cause);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
