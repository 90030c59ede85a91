package io.garam.app.health;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.garam.app.CommandRun;
import io.garam.streams.config.GaramConfig;
import io.garam.web.management.ManagementPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    for (String url :
        new String[] {
          "ftp://a", "", "a:b", "http://a/metrics", "http://a/?q=1", "http://me:pw@a"
        }) {
      CommandRun run = CommandRun.of("health", "--url=" + url);
      assertThat(run.exitCode()).as(url).isEqualTo(2);
      assertThat(run.err())
          .startsWith("Expected --url to be an address such as ")
          .doesNotContain("me:pw");
    }
  }

  @ParameterizedTest
  @CsvSource({"200, nothing", "404, <html>", "200, '{}'", "200, '[1'", "200, ''"})
  void somethingElseThatAnswersIsNoTagger(int status, String body) throws IOException {
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status, 0);
          exchange.getResponseBody().write(body.getBytes(UTF_8));
          exchange.close();
        });
    other.start();
    try {
      CommandRun run =
          CommandRun.of("health", "--url=http://127.0.0.1:" + other.getAddress().getPort());
      assertThat(run.exitCode()).isOne();
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .startsWith("Expected a tagger to answer at http://127.0.0.1:")
          .contains("but something else did (HTTP status " + status + ", ");
    } finally {
      other.stop(0);
    }
  }
}
