package io.garam.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.CommandRun;
import io.garam.streams.config.GaramConfig;
import io.garam.web.management.ManagementPort;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthCommandTest {

  private static final GaramConfig CONFIG =
      GaramConfig.of(
          Map.of(
              "bootstrap.servers",
              "localhost:1",
              GaramConfig.MODEL,
              "none",
              GaramConfig.MANAGEMENT_LISTENER,
              "127.0.0.1:0"));

  @Test
  void theExitCodeIsWhatTheTaggerSaysOfItself() {
    try (ManagementPort port = ManagementPort.open(CONFIG).orElseThrow()) {
      CommandRun live = CommandRun.of("health", "--url=" + port.address());
      assertThat(live.exitCode()).as(live.err()).isZero();
      assertThat(live.out()).startsWith("{\"state\":\"STARTING\",\"live\":true");
      assertThat(CommandRun.of("health", "--ready", "--url=" + port.address()).exitCode()).isOne();
    }
  }

  @Test
  void whereNothingAnswersASentenceSaysSo() {
    CommandRun nobody = CommandRun.of("health", "--url=http://127.0.0.1:1");
    assertThat(nobody.exitCode()).isOne();
    assertThat(nobody.err())
        .startsWith("Expected an answer of http://127.0.0.1:1/health, but there is none (");
  }

  @Test
  void anAddressThatIsNoneIsWrongUsage() {
    assertThat(CommandRun.of("health", "--url=127.0.0.1:7878").exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("health", "--url=ftp://a").exitCode()).isEqualTo(2);
  }
}
