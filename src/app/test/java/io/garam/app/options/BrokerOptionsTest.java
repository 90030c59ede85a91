package io.garam.app.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.app.options.Settings.Source;
import io.garam.app.usage.UsageException;
import io.garam.streams.config.GaramConfig;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class BrokerOptionsTest {

  private static BrokerOptions parsed(Map<String, String> environment, String... flags) {
    BrokerOptions options = new BrokerOptions();
    new CommandLine(options, new OptionsFactory(environment)).parseArgs(flags);
    return options;
  }

  @Test
  void theFlagNamesTheBrokersWhateverElseDoes() {
    Settings settings =
        parsed(
                Map.of("KAFKA_BOOTSTRAP_SERVERS", "variable:1"),
                "--config",
                "bootstrap.servers=config:1",
                "--bootstrap-server",
                "flag:1")
            .settings();

    assertThat(settings.values()).containsEntry("bootstrap.servers", "flag:1");
    assertThat(settings.source("bootstrap.servers")).isEqualTo(Source.FLAG);
  }

  @Test
  void aVariableOfTheEnvironmentNamesThemToo() {
    assertThat(parsed(Map.of("KAFKA_BOOTSTRAP_SERVERS", "variable:1")).settings().values())
        .isEqualTo(Map.of("bootstrap.servers", "variable:1"));
  }

  @Test
  void withoutABrokerNothingCanBeAsked() {
    assertThatThrownBy(() -> parsed(Map.of("KAFKA_BOOTSTRAP_SERVERS", "")).settings())
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Expected a broker, but neither a flag nor bootstrap.servers names one; add"
                + " --bootstrap-server localhost:9092.");
  }

  @Test
  void aCommandThatTagsNothingNeedsNoModelButMayNameOne() {
    String broker = "--bootstrap-server=b:1";

    assertThat(parsed(Map.of(), broker).config(Map.of()).model()).isEqualTo(Path.of("none"));
    assertThat(parsed(Map.of("GARAM_MODEL", "m"), broker).config(Map.of()).model())
        .isEqualTo(Path.of("m"));
  }

  @Test
  void aCommandsOwnFlagsAreAboveAllOtherSources() {
    GaramConfig config =
        parsed(Map.of(), "--bootstrap-server=b:1", "--config=application.id=config")
            .config(Map.of("application.id", "flag"));

    assertThat(config.applicationId()).isEqualTo("flag");
  }

  @Test
  void aSettingThatCannotBeIsWrongUsage() {
    BrokerOptions options = parsed(Map.of(), "--bootstrap-server=b:1", "--config=acks=some");

    assertThatThrownBy(() -> options.config(Map.of()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("acks");
  }
}
