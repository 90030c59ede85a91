package io.garam.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class HttpServerTest {

  private static final InetSocketAddress ANY_PORT =
      InetSocketAddress.createUnresolved("127.0.0.1", 0);

  @AutoClose
  private final HttpServer server =
      HttpServer.open(
          ANY_PORT,
          Map.of(
              "/health",
                  Endpoint.get(
                      request -> Answer.text(200, "물 " + request.headers().get("Accept") + "\n")),
              "/fails",
                  Endpoint.get(
                      request -> {
                        throw new IllegalStateException("secret of the program");
                      })),
          HttpLimits.BESIDE_OTHER_WORK,
          new SimpleMeterRegistry());

  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> send(String method, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .method(method, BodyPublishers.noBody())
            .header("Accept", "text/x")
            .build();
    return client.send(request, BodyHandlers.ofString(UTF_8));
  }

  @Test
  void aPathIsAnsweredInUtf8ToWhomeverTakesWhat() throws Exception {
    HttpResponse<String> answer = send("GET", "/health");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("물 text/x\n");
    assertThat(answer.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
    assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    assertThat(answer.headers().firstValue("server")).isEmpty();
  }

  @Test
  void theHeadAloneCanBeAskedFor() throws Exception {
    HttpResponse<String> answer = send("HEAD", "/health");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-length")).contains("11");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void nothingCanBeWritten() throws Exception {
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")) {
      HttpResponse<String> answer = send(method, "/health");
      assertThat(answer.statusCode()).as(method).isEqualTo(405);
      assertThat(answer.headers().firstValue("allow")).as(method).contains("GET, HEAD");
    }
  }

  @Test
  void anotherPathIsToldWhichThereAre() throws Exception {
    assertThat(send("GET", "/").body()).isEqualTo("Garam. Here are /fails, /health.\n");
    assertThat(send("GET", "/metric%1B").statusCode()).isEqualTo(400);
    assertThat(send("GET", "/metric").body())
        .contains("Expected one of /fails, /health, but found /metric.");
    assertThat(send("GET", "/health/../../etc/passwd").statusCode()).isIn(400, 404);
  }

  @Test
  void aFailureInsideTellsNothingOfTheProgram() throws Exception {
    HttpResponse<String> answer = send("GET", "/fails");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .contains("\"status\":500", "\"code\":\"internal-error\"")
        .doesNotContain("secret");
  }

  @Test
  void aHeaderBeyondTheLimitIsRefused() throws Exception {
    assertThat(raw("GET /health HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(10_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431 ");
    assertThat(raw("GET /" + "x".repeat(10_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
        .startsWith("HTTP/1.1 414 ");
    assertThat(raw("no http at all\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    assertThat(send("GET", "/health").statusCode()).isEqualTo(200);
  }

  /** Connections that say nothing take no thread, and those beyond the limit wait outside. */
  @Test
  void idleConnectionsDoNotKeepOthersOut() throws Exception {
    List<Socket> idle = new ArrayList<>();
    try {
      for (int i = 0; i < 40; i++) {
        idle.add(connect());
      }
      assertThat(send("GET", "/health").statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  /** It sent a byte every four seconds, and 64 of them kept all others out. */
  @Test
  void aClientThatDripsIsCutOff() throws Exception {
    try (HttpServer impatient = open(Map.of(), within(Duration.ZERO));
        Socket socket =
            new Socket(
                InetAddress.getLoopbackAddress(), URI.create(impatient.address()).getPort())) {
      long start = System.nanoTime();
      assertThatThrownBy(
              () -> {
                while (System.nanoTime() - start < Duration.ofSeconds(20).toNanos()) {
                  socket.getOutputStream().write('G');
                  TimeUnit.MILLISECONDS.sleep(50);
                }
              })
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void anAddressThatIsTakenIsRefusedInASentence() {
    int port = URI.create(server.address()).getPort();
    assertThatThrownBy(
            () ->
                HttpServer.open(
                    InetSocketAddress.createUnresolved("127.0.0.1", port),
                    Map.of(),
                    HttpLimits.BESIDE_OTHER_WORK,
                    new SimpleMeterRegistry()))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected to listen on 127.0.0.1:%d, but that failed (Address already in use); choose"
                + " another address.",
            port);
  }

  @Test
  void aHostThatIsNotThereIsRefusedInASentence() {
    assertThatThrownBy(
            () ->
                HttpServer.open(
                    InetSocketAddress.createUnresolved("nowhere.invalid", 0),
                    Map.of(),
                    HttpLimits.BESIDE_OTHER_WORK,
                    new SimpleMeterRegistry()))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected to listen on nowhere.invalid:0, but that failed (");
  }

  private static HttpServer open(Map<String, Endpoint> endpoints, HttpLimits limits) {
    return HttpServer.open(ANY_PORT, endpoints, limits, new SimpleMeterRegistry());
  }

  private static HttpLimits within(Duration reuse) {
    return new HttpLimits(64, 2, 6, reuse, Duration.ofMillis(500));
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), URI.create(server.address()).getPort());
  }

  private String raw(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
