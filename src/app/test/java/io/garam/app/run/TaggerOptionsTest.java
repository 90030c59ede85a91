package io.garam.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.app.options.Numbers;
import io.garam.app.options.OptionsFactory;
import io.garam.app.options.Settings;
import io.garam.app.options.Settings.Source;
import io.garam.app.usage.UsageException;
import io.garam.streams.config.GaramConfig;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class TaggerOptionsTest {

  private static final String BROKER = "b:1";

  private static TaggerOptions in(Map<String, String> environment, String... flags) {
    TaggerOptions options = new TaggerOptions();
    Numbers.readBy(new CommandLine(options, new OptionsFactory(environment))).parseArgs(flags);
    return options;
  }

  private static TaggerOptions of(String... flags) {
    return in(Map.of(), flags);
  }

  @Test
  void withoutFlagsNothingIsSet() {
    assertThat(of().settings(null, false).values()).isEmpty();
  }

  @Test
  void eachFlagSetsItsKey() {
    Settings settings =
        of(
                "--model=m",
                "--input-topic=i",
                "--output-topic=o",
                "--dead-letter-topic=d",
                "--application-id=a",
                "--from=latest",
                "--create-topics",
                "--text-pointer=/said",
                "--threads=3")
            .settings(BROKER, false);

    assertThat(settings.values())
        .isEqualTo(
            Map.of(
                "bootstrap.servers", "b:1",
                "garam.model", "m",
                "garam.input.topic", "i",
                "garam.output.topic", "o",
                "garam.dead.letter.topic", "d",
                "application.id", "a",
                "garam.start.from", "latest",
                "garam.create.topics", "true",
                "garam.text.pointer", "/said",
                "num.stream.threads", "3"));
    assertThat(settings.values().keySet()).extracting(settings::source).containsOnly(Source.FLAG);
  }

  @Test
  void aFlagIsAboveConfigAndConfigAboveTheEnvironment() {
    Settings settings =
        in(
                Map.of("GARAM_INPUT_TOPIC", "variable", "GARAM_OUTPUT_TOPIC", "variable"),
                "--config=garam.input.topic=config",
                "--config=garam.output.topic=config",
                "--input-topic=flag")
            .settings(null, false);

    assertThat(settings.values())
        .isEqualTo(Map.of("garam.input.topic", "flag", "garam.output.topic", "config"));
    assertThat(settings.source("garam.output.topic")).isEqualTo(Source.CONFIG);
    assertThat(settings.source("garam.model")).isEqualTo(Source.DEFAULT);
  }

  @Test
  void theModelIsMissedFirstAndThenTheBroker() {
    assertThatThrownBy(() -> of().config(null, false, false))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Expected a model bundle, but neither a flag nor garam.model names one; add --model"
                + " models/korean-intention.");
    assertThatThrownBy(() -> of("--model=m").config(null, false, false))
        .isInstanceOf(UsageException.class)
        .hasMessageEndingWith("names one; add --bootstrap-server localhost:9092.");
  }

  @Test
  void aCommandThatCanEmbedABrokerSaysSo() {
    assertThatThrownBy(() -> of("--model=m").config(null, false, true))
        .hasMessageEndingWith(
            "add --bootstrap-server localhost:9092, or --embedded for one inside this process.");
  }

  @Test
  void topicsAreCreatedWhereSomebodyAsksOrTheCommandMayByItself() {
    assertThat(of("--model=m").config(BROKER, false, false).createTopics()).isFalse();
    assertThat(of("--model=m").config(BROKER, true, false).createTopics()).isTrue();
    assertThat(of("--model=m", "--create-topics").config(BROKER, false, false).createTopics())
        .isTrue();
    assertThat(
            of("--model=m", "--config=garam.create.topics=true")
                .config(BROKER, false, false)
                .createTopics())
        .isTrue();
  }

  @Test
  void aFirstStartIsFromTheBeginningUnlessLatestIsAskedFor() {
    assertThat(of("--model=m").config(BROKER, false, false).startsFromLatest()).isFalse();
    assertThat(of("--model=m", "--from=earliest").config(BROKER, false, false).startsFromLatest())
        .isFalse();
    assertThat(of("--model=m", "--from=latest").config(BROKER, false, false).startsFromLatest())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Latest", "none", "", "24h"})
  void anyOtherStartIsRefused(String from) {
    assertThatThrownBy(() -> of("--from=" + from).settings(BROKER, false))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Expected --from to be earliest or latest, but found "
                + from
                + "; leave it out if unsure.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1001"})
  void threadsAreBounded(String threads) {
    assertThatThrownBy(() -> of("--threads=" + threads).settings(BROKER, false))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Expected --threads to be a whole number from 1 to 1000, but found "
                + threads
                + "; use 1 if unsure.");
  }

  @Test
  void theConfigurationIsWhatTheSettingsSay() {
    GaramConfig config =
        in(Map.of("GARAM_MODEL", "models/m"), "--application-id=calls")
            .config(BROKER, false, false);

    assertThat(config.model()).isEqualTo(Path.of("models/m"));
    assertThat(config.applicationId()).isEqualTo("calls");
    assertThat(config.inputTopic()).isEqualTo("utterances");
    assertThat(config.outputTopic()).isEqualTo("intents");
    assertThat(config.deadLetterTopic()).isEqualTo("utterances-dead-letters");
  }
}
