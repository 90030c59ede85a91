package io.garam.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.CommandRun;
import io.garam.nlu.io.Json;
import io.garam.streams.config.GaramConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigCommandTest {

  private static final Map<String, String> FILE_PROVIDER =
      Map.of(
          "KAFKA_CONFIG_PROVIDERS",
          "file",
          "KAFKA_CONFIG_PROVIDERS_FILE_CLASS",
          "org.apache.kafka.common.config.provider.FileConfigProvider");

  @TempDir private Path folder;

  private static CommandRun config(Map<String, String> environment, String... flags) {
    return CommandRun.in(
        environment,
        Stream.concat(
                Stream.of("config", "--bootstrap-server", "b:1", "--model", "M"), Stream.of(flags))
            .toArray(String[]::new));
  }

  @Test
  void eachValueIsPrintedWithWhereItCameFrom() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("garam.properties"),
            "acks=all\nretries=1\ngaram.input.topic=file\ngaram.output.topic=file\n");
    CommandRun run =
        config(
            Map.of("KAFKA_RETRIES", "2", "GARAM_INPUT_TOPIC", "variable"),
            "--command-config",
            file.toString(),
            "--config",
            "linger.ms=3",
            "--input-topic",
            "flag");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.lines())
        .containsExactly(
            "acks=all (file)",
            "bootstrap.servers=b:1 (flag)",
            "garam.input.topic=flag (flag)",
            "garam.model=M (flag)",
            "garam.output.topic=file (file)",
            "linger.ms=3 (--config)",
            "retries=2 (environment)");
  }

  @Test
  void keysAtTheirDefaultAreLeftOutUnlessAllAreAskedFor() {
    String given = "garam.input.topic=utterances";
    assertThat(config(Map.of(), "--config", given).lines())
        .containsExactly("bootstrap.servers=b:1 (flag)", "garam.model=M (flag)");
    assertThat(config(Map.of(), "--config", given, "--all").lines())
        .hasSize(GaramConfig.DEFINITION.names().size())
        .contains(
            given + " (--config)",
            "garam.output.topic=intents (default)",
            "default.timestamp.extractor=io.garam.streams.batching.RecordTime (default)");
  }

  @Test
  void jsonHasValueAndSourceByKey() throws IOException {
    JsonNode json = Json.MAPPER.readTree(config(Map.of("KAFKA_ACKS", "all"), "--json").out());
    assertThat(json.at("/acks").toString())
        .isEqualTo("{\"source\":\"environment\",\"value\":\"all\"}");
    assertThat(json.size()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "ssl.truststore.password",
    "ssl.key.password",
    "ssl.keystore.key",
    "consumer.ssl.keystore.certificate.chain",
    "sasl.jaas.config",
    "main.consumer.sasl.jaas.config",
    "sasl.oauthbearer.client.credentials.client.secret",
    "my.plugin.PassWord",
    "basic.auth.user.info",
    "my.plugin.access.token",
  })
  void secretsAreHiddenInTextAndJson(String key) {
    for (String form : new String[] {"--all", "--json"}) {
      CommandRun run = config(Map.of(), form, "--config", key + "=h4ckme");
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).contains(key, "(hidden)").doesNotContain("h4ckme");
      assertThat(run.err()).doesNotContain("h4ckme");
    }
  }

  @Test
  void aReferenceToASecretIsShownAndWhatItGivesIsNot() throws IOException {
    Path secrets = Files.writeString(folder.resolve("secrets"), "p=h4ckme\nmodel=h4ckme\n");
    String reference = "${file:" + secrets + ":p}";
    CommandRun run =
        config(
            FILE_PROVIDER,
            "--config",
            "ssl.key.password=" + reference,
            "--config",
            "garam.input.topic=" + reference);
    assertThat(run.lines())
        .contains(
            "ssl.key.password=" + reference + " (--config)",
            "garam.input.topic=" + reference + " (--config)");
    assertThat(run.out()).doesNotContain("h4ckme");
  }

  @Test
  void whoSpeaksToAnAddressIsHidden() {
    assertThat(config(Map.of(), "--config", "client.id=http://me:pw@h:1/x").out())
        .contains("client.id=http://(hidden)@h:1/x (--config)");
    CommandRun wrong = CommandRun.of("config", "--bootstrap-server", "http://me:pw@h:1/x");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).doesNotContain("me:pw");
  }

  @Test
  void whatNobodyKnowsMayBeASecret() {
    CommandRun run = config(Map.of(), "--config", "my.header=Bearer h4ckme");
    assertThat(run.lines()).contains("my.header=(hidden) (--config)");
    assertThat(run.err()).contains("my.header").doesNotContain("h4ckme");
  }

  @Test
  void aQuoteThatIsNotClosedIsNotSpokenOf() {
    CommandRun run = config(Map.of(), "--config", "sasl.jaas.config=x password=\"h4ckme");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("sasl.jaas.config=(hidden)");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"linger.ms", "garam.threshold", "garam.close.timeout.ms"})
  void whatAReferenceStandsForIsInNoMessage(String key) throws IOException {
    Path secrets = Files.writeString(folder.resolve("secrets"), "p=h4ckme\n");
    String reference = "${file:" + secrets + ":p}";
    CommandRun run = config(FILE_PROVIDER, "--config", key + "=" + reference);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("what " + reference + " stands for is no value that " + key + " can have; ")
        .doesNotContain("h4ckme");
  }

  @Test
  void helpShowsAReferenceAsItIsWritten() {
    assertThat(CommandRun.of("config", "--help").out()).contains("${env:KAFKA_PASSWORD}");
  }

  @Test
  void theKeyThatCountsIsShownForOneThatDoesNot() {
    assertThat(
            config(
                    Map.of("GARAM_BATCH_MAX_RECORDS", "7"),
                    "--config",
                    "main.consumer.max.poll.records=9")
                .lines())
        .contains("main.consumer.max.poll.records=7 (environment)");
  }

  @Test
  void aValueIsOneLine() {
    assertThat(config(Map.of("GARAM_INPUT_TOPIC", "a\nb\u001b")).lines()).hasSize(3);
  }

  @Test
  void aKeyThatNothingKnowsIsSaid() {
    assertThat(config(Map.of(), "--config", "my.plug.in=1").err())
        .contains("neither Garam nor Kafka knows the configuration key my.plug.in");
  }
}
