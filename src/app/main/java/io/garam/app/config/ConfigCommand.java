package io.garam.app.config;

import io.garam.app.options.ResultOptions;
import io.garam.app.options.Settings;
import io.garam.app.output.Notes;
import io.garam.app.run.TaggerOptions;
import io.garam.streams.config.GaramConfig;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command {@code config}: prints the settings that are in effect, and where each comes from. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the settings that garam run would have, given the same flags, and where each comes"
          + " from: a flag, --config, the environment, the file of --command-config, or the default.",
      "",
      "Settings are checked as at a start, but no broker is asked and no model loaded. Passwords and"
          + " the like are hidden; a reference such as $${env:KAFKA_PASSWORD} is shown"
          + " as it is given.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  garam config --command-config garam.properties",
      "  garam config --bootstrap-server localhost:9092 --model models/korean-intention --all"
    })
public final class ConfigCommand implements Callable<Integer> {

  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      description = "Brokers to connect to, separated by commas.")
  private @Nullable String bootstrapServer;

  @Mixin private TaggerOptions options = new TaggerOptions();

  @Option(
      names = "--all",
      description = "Also print the settings of docs/configuration.md that are at their default.")
  private boolean all;

  @Mixin private ResultOptions result = new ResultOptions();

  @Spec private CommandSpec spec;

  /**
   * Prints the settings to the standard output, keys that nothing knows to the standard error
   * stream.
   *
   * @throws io.garam.app.usage.UsageException if something is missing or cannot be
   */
  @Override
  public Integer call() {
    Settings settings = options.settings(bootstrapServer, false);
    GaramConfig config = options.config(settings, false);
    for (String key : config.unknownKeys()) {
      Notes.of(spec).warn("neither Garam nor Kafka knows the configuration key " + key + ".");
    }
    List<EffectiveSetting> effective = EffectiveSetting.all(settings, config, all);
    result.print(
        spec,
        EffectiveSetting.json(effective),
        effective.stream().map(EffectiveSetting::line).collect(Collectors.joining()));
    return 0;
  }
}
