package io.garam.app.options;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.garam.app.CommandRun;
import io.garam.app.usage.UsageException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

final class ClientOptionsTest {

  @TempDir private Path folder;

  @Test
  void aByteOrderMarkDoesNotLoseTheFirstKey() throws IOException {
    assertThat(settings("\uFEFFgaram.input.topic=말\nb=2\n".getBytes(UTF_8)))
        .isEqualTo(Map.of("garam.input.topic", "말", "b", "2"));
  }

  @Test
  void aFileThatIsNotUtf8IsRefusedWithTheLine() {
    assertThatThrownBy(() -> settings("a=1\nb=말\n".getBytes(Charset.forName("EUC-KR"))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("the properties file " + folder.resolve("settings.properties"))
        .hasMessageContaining("at offset 6, in line 2");
  }

  @Test
  void theEnvironmentOverridesTheFileAndIsOverriddenByConfig() throws IOException {
    Path file = Files.writeString(folder.resolve("s.properties"), "acks=1\nlinger.ms=1\nretries=1");
    ClientOptions options =
        new ClientOptions(Map.of("KAFKA_LINGER_MS", "2", "KAFKA_RETRIES", "2", "KAFKA_OPTS", "-X"));
    new CommandLine(options)
        .parseArgs("--command-config", file.toString(), "--config", "retries=3");
    assertThat(options.settings().values())
        .isEqualTo(Map.of("acks", "1", "linger.ms", "2", "retries", "3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run --model M",
        "replay --model M --topic t",
        "dead-letters",
        "skip --partition 0 --offset 0"
      })
  void eachCommandThatConnectsReadsTheEnvironmentBelowItsFlags(String command) {
    String[] line = command.split(" ");
    Map<String, String> environment = Map.of("KAFKA_BOOTSTRAP_SERVERS", "not-an-address");
    assertThat(CommandRun.in(environment, line))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
        .satisfies(run -> assertThat(run.err()).contains("not-an-address", "HOST:PORT"));
    String[] flagged =
        Stream.concat(Stream.of(line), Stream.of("--bootstrap-server", "flagged"))
            .toArray(String[]::new);
    assertThat(CommandRun.in(environment, flagged).err()).contains("flagged", "HOST:PORT");
  }

  @Test
  void aVariableThatIsLikeAKeyIsLoggedOnce() {
    Logger logger = (Logger) LoggerFactory.getLogger("io.garam.command");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);
    try {
      ClientOptions options = new ClientOptions(Map.of("GARAM_MODLE", "m"));
      options.settings();
      options.settings();
    } finally {
      logger.detachAppender(lines);
    }
    assertThat(lines.list)
        .singleElement()
        .satisfies(line -> assertThat(line.getLevel()).isEqualTo(Level.WARN))
        .satisfies(
            line -> assertThat(line.getFormattedMessage()).endsWith("did you mean GARAM_MODEL?"));
  }

  private Map<String, String> settings(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("settings.properties"), content);
    ClientOptions options = new ClientOptions();
    new CommandLine(options).parseArgs("--command-config", file.toString());
    return options.settings().values();
  }
}
