package io.garam.web.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.nlu.GaramException;
import io.garam.nlu.io.Json;
import io.garam.streams.config.GaramConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManagementPortTest {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "bootstrap.servers",
          "localhost:1",
          GaramConfig.MODEL,
          "models/none",
          "sasl.jaas.config",
          "org.apache.kafka.common.security.plain.PlainLoginModule required password=\"hush\";");

  private static GaramConfig config(String listener) {
    Map<String, String> settings = new HashMap<>(SETTINGS);
    settings.put(GaramConfig.MANAGEMENT_LISTENER, listener);
    return GaramConfig.of(settings);
  }

  private static HttpResponse<String> get(ManagementPort port, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(port.address() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void untilTheTaggerHasStartedItIsLiveAndNotReady() throws Exception {
    try (ManagementPort port = ManagementPort.open(config("127.0.0.1:0")).orElseThrow()) {
      assertThat(get(port, "/health").statusCode()).isEqualTo(200);
      HttpResponse<String> ready = get(port, "/ready");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body())
          .isEqualTo(
              "{\"state\":\"STARTING\",\"live\":true,\"assigned\":false,\"brokersAnswer\":false,"
                  + "\"ready\":false}\n");
    }
  }

  @Test
  void secretsAreNotAmongWhatItSaysOfItself() throws Exception {
    try (ManagementPort port = ManagementPort.open(config("127.0.0.1:0")).orElseThrow()) {
      assertThat(get(port, "/info").body())
          .contains("\"applicationId\":\"garam\"", "\"input\":\"utterances\"", "\"model\":null")
          .doesNotContain("hush");
    }
  }

  @Test
  void metricsComeInTheFormatThatIsAskedFor() throws Exception {
    try (ManagementPort port = ManagementPort.open(config("127.0.0.1:0")).orElseThrow()) {
      HttpResponse<String> plain = get(port, "/metrics");
      assertThat(plain.headers().firstValue("content-type").orElseThrow())
          .startsWith("text/plain; version=0.0.4");
      assertThat(plain.body()).contains("# TYPE jvm_memory_used_bytes gauge");
      HttpResponse<String> open =
          get(port, "/metrics", "Accept", "application/openmetrics-text;version=1.0.0,*/*;q=0.1");
      assertThat(open.headers().firstValue("content-type").orElseThrow())
          .startsWith("application/openmetrics-text; version=1.0.0");
      assertThat(open.body()).endsWith("# EOF\n");
    }
  }

  @Test
  void beyondLoopbackThePageHasAnAddressWithATokenAlone() throws Exception {
    try (ManagementPort port = ManagementPort.open(config("0.0.0.0:0")).orElseThrow()) {
      assertThat(port.pageAddress()).isEmpty();
    }
    try (ManagementPort port = ManagementPort.open(config("127.0.0.1:0")).orElseThrow()) {
      assertThat(port.pageAddress()).contains(port.address() + "/page/");
      JsonNode info = Json.MAPPER.readTree(get(port, "/page/info").body());
      assertThat(info.get("inputFormat").asText()).isEqualTo("json");
      assertThat(info.get("textPointer").asText()).isEqualTo("/text");
      assertThat(info.get("bootstrapServers").asText()).isEqualTo("localhost:1");
      assertThat(get(port, "/page/events?minConfidence=NaN").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void aBrowserIsLedFromTheRootToThePageAndAProgramIsToldThePaths() throws Exception {
    try (ManagementPort port = ManagementPort.open(config("127.0.0.1:0")).orElseThrow()) {
      HttpResponse<String> browser = get(port, "/", "Accept", "text/html,*/*;q=0.8");
      assertThat(browser.statusCode()).isEqualTo(302);
      assertThat(browser.headers().firstValue("Location")).contains("/page/");
      assertThat(get(port, "/").body()).startsWith("Garam. Here are /health, ").contains("/ready");
    }
    try (ManagementPort port = ManagementPort.open(config("0.0.0.0:0")).orElseThrow()) {
      String there = port.address().replace("0.0.0.0", "127.0.0.1");
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(there + "/")).header("Accept", "text/html").build();
      assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body())
          .startsWith("Garam. Here are ");
    }
  }

  @Test
  void itCanBeOff() {
    assertThat(ManagementPort.open(config("off"))).isEmpty();
  }

  @Test
  void anAddressThatIsTakenIsRefusedWhereItWasAskedForAndElseAnotherTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> ManagementPort.open(config("127.0.0.1:" + taken.getLocalPort())))
          .isInstanceOf(GaramException.class)
          .hasMessageContaining("Expected to listen on 127.0.0.1:" + taken.getLocalPort());
    }
    try (ManagementPort first = ManagementPort.open(GaramConfig.of(SETTINGS)).orElseThrow();
        ManagementPort second = ManagementPort.open(GaramConfig.of(SETTINGS)).orElseThrow()) {
      assertThat(first.address()).startsWith("http://127.0.0.1:");
      assertThat(second.address()).isNotEqualTo(first.address());
      assertThat(get(second, "/health").statusCode()).isEqualTo(200);
    }
  }
}
