package io.garam.app.serve;

import io.garam.app.options.ClientOptions;
import io.garam.app.options.ModelFolder;
import io.garam.app.options.Settings;
import io.garam.app.options.TaggingOptions;
import io.garam.app.output.Notes;
import io.garam.app.run.StopSignal;
import io.garam.app.usage.UsageException;
import io.garam.streams.RunningModel;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.HttpKeys;
import io.garam.web.management.ServingPort;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command {@code serve}: tags requests over HTTP until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Answers requests over HTTP with the intents of their texts, without Kafka.",
      "",
      "POST /v1/tag takes an event, such as {\"text\": \"...\"}, or the events of a dialogue,"
          + " {\"utterances\": [...]}, and answers what garam run would write to its output topic."
          + " /v1/openapi.json describes it. Runs until Ctrl-C or SIGTERM.",
      "",
      "Beyond this machine it answers only with a token, garam.http.token; see docs/http.md."
    },
    footer = {
      "",
      "Examples:",
      "  garam serve --model models/korean-intention",
      "  GARAM_HTTP_TOKEN=$(openssl rand -hex 32) \\",
      "      garam serve --model models/korean-intention --listen 0.0.0.0:7878",
      "  curl http://127.0.0.1:7878/v1/tag --json '{\"text\": \"내일 일정 알려줘\"}'"
    })
public final class ServeCommand implements Callable<Integer> {

  /** A configuration names brokers; none is asked here. */
  private static final String NO_BROKER = "127.0.0.1:1";

  private static final Duration STEP = Duration.ofHours(1);

  @Mixin private ClientOptions client;

  @Mixin private TaggingOptions tagging = new TaggingOptions();

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "Model bundle, such as models/korean-intention.")
  private @Nullable Path model;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description = "Where to listen, port 0 for a free one (default: 127.0.0.1:7878).")
  private @Nullable String listen;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    GaramConfig config = config();
    InetSocketAddress address =
        config
            .managementListener()
            .orElseThrow(
                () ->
                    new UsageException(
                        "Expected an address to listen on, but "
                            + GaramConfig.MANAGEMENT_LISTENER
                            + " is off; name one with --listen."));
    ModelFolder.of(config.model());
    try (StopSignal stop = StopSignal.install();
        RunningModel running = RunningModel.load(config);
        ServingPort port = ServingPort.open(config, address, running, runs(config))) {
      Notes.of(spec)
          .say(
              "Tagging with "
                  + running.model()
                  + " on "
                  + port.address()
                  + ". Press Ctrl-C to stop. "
                  + howToAsk(port));
      while (!stop.await(STEP)) {
        // Until the signal comes.
      }
    }
    Notes.of(spec).say("Stopped.");
    return 0;
  }

  private static String howToAsk(ServingPort port) {
    return port.pageAddress()
        .map(
            page ->
                "Try: curl "
                    + port.address()
                    + "/v1/tag --json '{\"text\": \"...\"}', or in a browser: "
                    + page)
        .orElse(
            "Beyond loopback it answers nobody until "
                + HttpKeys.TOKEN
                + " is set; see docs/http.md.");
  }

  private GaramConfig config() {
    Settings settings = client.settings();
    settings.putFlag(GaramConfig.MODEL, model == null ? null : model.toString());
    settings.putFlag(GaramConfig.MANAGEMENT_LISTENER, listen);
    settings.putFlag(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, NO_BROKER);
    tagging.putInto(settings);
    if (!settings.gives(GaramConfig.MODEL)) {
      throw new UsageException(
          "Expected a model bundle, but neither a flag nor "
              + GaramConfig.MODEL
              + " names one; add --model models/korean-intention.");
    }
    return UsageException.unless(() -> GaramConfig.of(settings.values()));
  }

  private static int runs(GaramConfig config) {
    return Math.min(
        config.getInt(StreamsConfig.NUM_STREAM_THREADS_CONFIG),
        Runtime.getRuntime().availableProcessors());
  }
}
