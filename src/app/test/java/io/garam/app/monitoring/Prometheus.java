package io.garam.app.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.nlu.io.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Prometheus with the configuration that Garam ships, in a process of its own. */
final class Prometheus implements AutoCloseable {

  static final Path SHIPPED = Path.of("monitoring");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final Path log;
  private final URI address;

  private Prometheus(Process process, Path log, URI address) {
    this.process = process;
    this.log = log;
    this.address = address;
  }

  /** Says whether this machine has one. */
  static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, "prometheus"))
        .anyMatch(Files::isExecutable);
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @param target the management port of a tagger, which it scrapes every second
   */
  static Prometheus start(Path folder, URI target) throws IOException, InterruptedException {
    Files.copy(SHIPPED.resolve("alerts.yml"), folder.resolve("alerts.yml"));
    Files.writeString(
        folder.resolve("prometheus.yml"),
        Files.readString(SHIPPED.resolve("prometheus.yml"))
            .replace("garam:7878", target.getAuthority())
            .replaceFirst("scrape_interval: \\S+", "scrape_interval: 1s"));
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path log = folder.resolve("prometheus.log");
    Process process =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + folder.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Prometheus started = new Prometheus(process, log, URI.create("http://127.0.0.1:" + port));
    started.awaitReady();
    return started;
  }

  private void awaitReady() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        close();
        throw new AssertionError("Prometheus does not start: " + Files.readString(log));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(address.resolve("/-/ready")).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the values of a query now, one for each series. */
  List<String> query(String expression) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                address.resolve("/api/v1/query?query=" + URLEncoder.encode(expression, UTF_8)))
            .build();
    JsonNode answer = Json.MAPPER.readTree(client.send(request, BodyHandlers.ofString()).body());
    if (!answer.path("status").asText().equals("success")) {
      throw new AssertionError(expression + ": " + answer);
    }
    return answer.at("/data/result").findValues("value").stream()
        .map(value -> value.get(1).asText())
        .toList();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
