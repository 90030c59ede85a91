package io.garam.app.run;

import io.garam.app.broker.EmbeddedBroker;
import io.garam.app.options.ModelFolder;
import io.garam.app.options.Ranges;
import io.garam.app.output.Notes;
import io.garam.app.usage.UsageException;
import io.garam.nlu.GaramException;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.HttpKeys;
import io.garam.streams.config.ShadowKeys;
import io.garam.streams.registry.ModelName;
import io.garam.web.management.ManagementPort;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command {@code run}: tags a Kafka topic until it is told to stop. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Reads events from a Kafka topic and writes them to another with their intent.",
      "",
      "Each value is a JSON object; the output is the same bytes with one field more. What cannot"
          + " be tagged goes to the dead-letter topic. Runs until Ctrl-C or SIGTERM.",
      "",
      "The first start tags all that the topic holds, unless --from latest says otherwise; later"
          + " ones go on where the application id has come to."
    },
    footer = {
      "",
      "Examples:",
      "  garam run --bootstrap-server localhost:9092 --create-topics \\",
      "      --model models/korean-intention",
      "  garam run --embedded --model models/korean-intention"
    })
public final class RunCommand implements Callable<Integer>, TaggerCommand {

  /** Stands for the embedded broker while the other settings are checked, before it starts. */
  private static final String UNKNOWN_YET = "127.0.0.1:1";

  private static final int USUAL_PORT = 9_092;
  private static final int MOST_PORT = 65_535;

  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      description = "Brokers to connect to, separated by commas.")
  private @Nullable String bootstrapServer;

  @Option(
      names = "--embedded",
      description = "Run a broker inside this process, and create the topics.")
  private boolean embedded;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "garam-data",
      description = "Folder of the embedded broker's data, kept (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "9092",
      description = "Port of the embedded broker, 0 for a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Mixin private TaggerOptions options = new TaggerOptions();

  @Spec private CommandSpec spec;

  private boolean threadsLeft;

  @Override
  public Integer call() throws InterruptedException {
    Ranges.whole("port", port, USUAL_PORT, 0, MOST_PORT);
    Notes notes = Notes.of(spec);
    if (!embedded) {
      GaramConfig config = options.config(bootstrapServer, false, true);
      folders(config).forEach(ModelFolder::of);
      return run(config, notes);
    }
    if (bootstrapServer != null) {
      throw new UsageException(
          "Expected either --bootstrap-server or --embedded, but found both; leave one out.");
    }
    GaramConfig checked = options.config(UNKNOWN_YET, true, true);
    TrustedKeys keys = TrustedKeys.read(checked.trustedKeys());
    for (Path folder : folders(checked)) {
      ModelFolder.check(folder, checked.thresholds(), keys);
    }
    try (EmbeddedBroker broker = startBroker()) {
      notes.say("Embedded broker on " + broker.bootstrapServers() + ", data in " + data);
      return run(options.config(broker.bootstrapServers(), true, true), notes);
    }
  }

  /** Returns the folders of the models that are not in the registry. */
  private static List<Path> folders(GaramConfig config) {
    return UsageException.unless(
        () ->
            Stream.of(config.getString(GaramConfig.MODEL), config.getString(ShadowKeys.MODEL))
                .filter(model -> !model.isEmpty() && ModelName.inRegistry(model).isEmpty())
                .map(Path::of)
                .toList());
  }

  private EmbeddedBroker startBroker() {
    try {
      return EmbeddedBroker.start(data, port);
    } catch (NoClassDefFoundError e) {
      throw new GaramException(
          "Expected the libraries of the embedded broker on the class path, but this is Garam's"
              + " image, which leaves them out; name a broker with --bootstrap-server.",
          e);
    }
  }

  private int run(GaramConfig config, Notes notes) throws InterruptedException {
    Optional<ManagementPort> port = ManagementPort.open(config);
    try (StopSignal stop = StopSignal.install()) {
      Tagger tagger = ManagementPort.start(config, port);
      ProgressLine progress =
          new ProgressLine(tagger.statistics(), Clock.system(ZoneId.systemDefault()));
      try (tagger) {
        port.ifPresent(
            open ->
                notes.say(
                    open.pageAddress()
                        .map(
                            page ->
                                "Live page on "
                                    + page
                                    + ", metrics and health on "
                                    + open.address()
                                    + ".")
                        .orElse(
                            "Metrics and health on "
                                + open.address()
                                + ". The live page is off beyond loopback: set "
                                + HttpKeys.TOKEN
                                + " to switch it on.")));
        new TaggingLoop(tagger, stop, progress, notes).run(config);
        port.ifPresent(ManagementPort::stopTagging);
      } finally {
        threadsLeft = !tagger.endedInOrder();
      }
      notes.say("Stopped. " + progress.total());
      return 0;
    } finally {
      port.ifPresent(ManagementPort::close);
    }
  }

  @Override
  public boolean hasThreadsLeft() {
    return threadsLeft;
  }
}
