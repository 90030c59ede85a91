package io.garam.app.skip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.app.CommandRun;
import io.garam.app.usage.UsageException;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.event.SourcePosition;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class SourceOptionsTest {

  private static final GaramConfig CONFIG =
      GaramConfig.of(
          Map.of("bootstrap.servers", "b:1", "garam.model", "m", "garam.input.topic", "calls"));

  private static SourceOptions parsed(String... flags) {
    return CommandLine.populateCommand(new SourceOptions(), flags);
  }

  @Test
  void theEventIsOneOfTheInputTopicUnlessAnotherIsNamed() {
    assertThat(parsed("--partition=3", "--offset=5000000000").position(CONFIG))
        .isEqualTo(new SourcePosition(new TopicPartition("calls", 3), 5_000_000_000L));
    assertThat(parsed("--topic=t", "--partition=0", "--offset=0").position(CONFIG))
        .isEqualTo(new SourcePosition(new TopicPartition("t", 0), 0));
  }

  @Test
  void neitherNumberIsNegative() {
    assertThatThrownBy(() -> parsed("--partition=-1", "--offset=0").check())
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Expected --partition to be a whole number from 0 to 2147483647, but found -1; use 0 if"
                + " unsure.");
    assertThatThrownBy(() -> parsed("--partition=0", "--offset=-1").check())
        .isInstanceOf(UsageException.class)
        .hasMessage("Expected --offset to be an offset, 0 or more, but found -1; use 0 if unsure.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--partition x --offset 1 | Expected --partition to be a whole number up to 2147483647",
        "--partition 0 --offset x | Expected --offset to be a whole number up to 9223372036854775807",
        "--partition 0 --offset 1e3 | Expected --offset to be a whole number up to 9223372036854775807",
        "--offset 1 | Expected --partition N, but it is missing.",
        "--dry-run | Expected --partition N and --offset N, but they are missing."
      })
  void whatIsNoPositionIsWrongUsage(String flags, String sentence) {
    CommandRun run = CommandRun.of(("skip --bootstrap-server=b:1 " + flags).split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(sentence);
  }
}
