package io.garam.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.GaramProcess;
import io.garam.app.broker.EmbeddedBroker;
import io.garam.nlu.GaramException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RunCommandIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String MODEL = "../../models/korean-intention";

  private static String failureOf(String... args) {
    AtomicReference<Exception> failure = new AtomicReference<>();
    CommandLine command =
        new CommandLine(new RunCommand())
            .setErr(new PrintWriter(new StringWriter()))
            .setExecutionExceptionHandler(
                (e, line, parsed) -> {
                  failure.set(e);
                  return 1;
                });
    assertThat(command.execute(args)).isEqualTo(1);
    assertThat(failure.get()).isInstanceOf(GaramException.class);
    return failure.get().getMessage();
  }

  @Test
  void theEmbeddedBrokerAndTheTaggerStopCleanlyWhenAsked(@TempDir Path data) throws Exception {
    try (GaramProcess process =
        GaramProcess.run(
            Map.of(),
            "--embedded",
            "--port=0",
            "--data=" + data,
            "--model=" + MODEL,
            "--threads=1")) {
      String started = process.awaitLine("Ctrl-C", PATIENCE);
      assertThat(started)
          .contains("Embedded broker on 127.0.0.1:", "Tagging utterances -> intents", "Ctrl-C");
      Matcher address = Pattern.compile("broker on (127.0.0.1:\\d+)").matcher(started);
      assertThat(address.find()).isTrue();
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", address.group(1)))) {
        assertThat(admin.listTopics().names().get())
            .contains("utterances", "intents", "utterances-dead-letters");
      }
      assertThat(process.terminate()).as(process.errors()).isZero();
      assertThat(process.errors()).contains("Stopped. Tagged 0").doesNotContain("Exception");
      assertThat(process.output()).isEmpty();
    }
  }

  @Test
  void flagsOverrideSettingsAndSettingsOverrideTheFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("garam.properties");
    Files.writeString(
        file,
        """
        garam.input.topic=from-file
        garam.output.topic=from-file-out
        garam.dead.letter.topic=from-file-dead
        """,
        UTF_8);
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      assertThat(
              failureOf(
                  "--bootstrap-server=" + broker.bootstrapServers(),
                  "--model=" + MODEL,
                  "--command-config=" + file,
                  "--config=garam.output.topic=from-config",
                  "--config=garam.input.topic=from-config-in",
                  "--input-topic=from-flag"))
          .contains("from-flag", "from-config", "from-file-dead", "--create-topics")
          .doesNotContain("from-config-in", "from-file-out");
    }
  }
}
