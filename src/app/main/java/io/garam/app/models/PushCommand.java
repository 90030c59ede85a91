package io.garam.app.models;

import io.garam.app.options.ModelFolder;
import io.garam.app.output.Notes;
import io.garam.app.output.Progress;
import io.garam.nlu.Thresholds;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.registry.ModelName;
import io.garam.streams.registry.PushedBundle;
import io.garam.streams.registry.RegistryReader;
import io.garam.streams.registry.RegistryTopic;
import io.garam.streams.registry.RegistryWriter;
import io.garam.streams.registry.StatusTopic;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command {@code models push}: writes a bundle into the registry. */
@Command(
    name = "push",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes a model bundle into the registry.",
      "",
      "The model is loaded and its golden utterances are checked first. Nobody runs it until it is"
          + " active. A push that is cut short leaves nothing that could be taken for a model; push"
          + " again.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  garam models push my-model --name shop --bootstrap-server localhost:9092"
    })
final class PushCommand implements Callable<Integer> {

  private static final double BYTES_OF_MB = 1e6;

  @Parameters(paramLabel = "DIR", description = "Model bundle, such as models/korean-intention.")
  private Path model = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description =
          "Name under which taggers find it (default: what the bundle is called): up to 100"
              + " characters without space, /, @ and :, not beginning with a dot.")
  private @Nullable String name;

  @Option(names = "--activate", description = "Make it the active one of its name, too.")
  private boolean activate;

  @Option(
      names = "--create-topics",
      description = "Create the topics of the registry and its status if they do not exist.")
  private boolean createTopics;

  @Mixin private RegistryOptions options = new RegistryOptions();

  @Spec private CommandSpec spec;

  /** What was pushed, for programs. */
  private record Pushed(String name, String digest, String version, long bytes, boolean active) {}

  /**
   * Pushes it.
   *
   * @throws io.garam.nlu.GaramException if the bundle cannot be used, there is no registry, or the
   *     brokers do not answer or refuse
   */
  @Override
  public Integer call() {
    GaramConfig config = options.config();
    ModelBundle bundle =
        ModelBundle.read(ModelFolder.of(model), TrustedKeys.read(config.trustedKeys()));
    ModelName named = RegistryOptions.name(name == null ? bundle.spec().reference().name() : name);
    OnnxClassifier.load(bundle, Thresholds.OF_MODEL).close();
    RegistryTopic topic = RegistryTopic.of(config);
    if (createTopics) {
      topic.create();
      StatusTopic.of(config).create();
    }
    PushedBundle pushed = push(topic, bundle, named.name());
    report(topic, pushed);
    return 0;
  }

  private PushedBundle push(RegistryTopic topic, ModelBundle bundle, String under) {
    try (RegistryWriter writer = RegistryWriter.open(topic);
        Progress progress = Progress.of("Pushing", RegistryWriter.chunks(bundle))) {
      PushedBundle pushed = writer.push(bundle, under, progress::advance);
      if (activate) {
        writer.activate(
            RegistryReader.read(topic), pushed, "It was pushed again, and activated for all keys.");
      }
      return pushed;
    }
  }

  private void report(RegistryTopic topic, PushedBundle pushed) {
    options.print(
        spec,
        new Pushed(pushed.name(), pushed.digest(), pushed.version(), pushed.bytes(), activate),
        String.format(
            Locale.ROOT,
            "%s %s, %.1f MB, into %s%n",
            activate ? "Pushed and activated" : "Pushed",
            pushed.id(),
            pushed.bytes() / BYTES_OF_MB,
            topic.name()));
    if (!activate) {
      Notes.of(spec)
          .say(
              "Taggers run it once it is active: garam models activate "
                  + pushed.id()
                  + ", with the same broker and topic.");
    }
  }
}
