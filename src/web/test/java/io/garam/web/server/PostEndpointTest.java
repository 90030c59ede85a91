package io.garam.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.web.server.Endpoint.PostLimits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is posted: its limits, and what a client gets that goes beyond one. */
class PostEndpointTest {

  private static final int MOST_BYTES = 1_000;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final CountDownLatch running = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server = open(0, 1);

  private HttpServer open(int perSecond, int waiting) {
    PostLimits limits =
        new PostLimits(
            MOST_BYTES, 1, waiting, Duration.ofSeconds(1), Duration.ofSeconds(3), perSecond);
    return HttpServer.open(
        InetSocketAddress.createUnresolved("127.0.0.1", 0),
        Map.of(
            "/length", post(limits, request -> Answer.text(200, "" + request.body().length)),
            "/fails",
                post(
                    limits,
                    request -> {
                      throw new AssertionError("secret of the program");
                    }),
            "/refuses",
                post(
                    limits,
                    request -> {
                      throw Problem.of(418, "teapot", "Expected coffee.").refusal();
                    }),
            "/waits",
                post(
                    limits,
                    request -> {
                      await();
                      return Answer.text(200, "waited");
                    })),
        HttpLimits.FOR_PROGRAMS,
        registry);
  }

  private static Endpoint post(
      PostLimits limits, java.util.function.Function<ReceivedRequest, Answer> answers) {
    return new Endpoint.Post(
        Access.OPEN, Set.of("text/plain"), "the text as the body", limits, answers);
  }

  private void await() {
    running.countDown();
    try {
      assertThat(released.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void close() {
    released.countDown();
    server.close();
  }

  private HttpRequest request(HttpServer to, String path, String type, BodyPublisher body) {
    return HttpRequest.newBuilder(URI.create(to.address() + path))
        .POST(body)
        .header("Content-Type", type)
        .build();
  }

  private HttpResponse<String> post(String path, String type, BodyPublisher body) throws Exception {
    return client.send(request(server, path, type, body), BodyHandlers.ofString(UTF_8));
  }

  private static BodyPublisher announced(int bytes) {
    return BodyPublishers.ofByteArray(new byte[bytes]);
  }

  private static BodyPublisher chunked(int bytes) {
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @ValueSource(ints = {0, 1, MOST_BYTES})
  void aBodyUpToTheLimitIsTakenHoweverItComes(int bytes) throws Exception {
    assertThat(post("/length", "text/plain", announced(bytes)).body()).isEqualTo("" + bytes);
    assertThat(post("/length", "text/plain; charset=utf-8", chunked(bytes)).body())
        .isEqualTo("" + bytes);
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @ValueSource(ints = {MOST_BYTES + 1, 10_000_000})
  void aLargerOneIsRefusedHoweverItComes(int bytes) throws Exception {
    HttpResponse<String> answer = post("/length", "text/plain", chunked(bytes));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body())
        .contains("\"code\":\"too-large\"", "Expected a body of at most 1000 bytes");
    assertThat(
            raw(
                "POST /length HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n"
                    + "Content-Length: "
                    + bytes
                    + "\r\n\r\nx"))
        .startsWith("HTTP/1.1 413 ");
    assertThat(post("/length", "text/plain", announced(3)).body()).isEqualTo("3");
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @ValueSource(
      strings = {"application/json", "text/plainer", "multipart/form-data; boundary=x", "x"})
  void anotherTypeIsToldWhichThereAre(String type) throws Exception {
    HttpResponse<String> answer = post("/length", type, announced(1));
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.headers().firstValue("accept")).contains("text/plain");
    assertThat(answer.body())
        .contains(
            "Expected the header Content-Type: text/plain, but found " + type,
            "send POST with the header Content-Type: text/plain and the text as the body.");
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void anErrorInsideTellsNothingOfTheProgramAndTheNextIsAnswered() throws Exception {
    HttpResponse<String> answer = post("/fails", "text/plain", announced(1));
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("\"internal-error\"").doesNotContain("secret");
    assertThat(post("/fails", "text/plain", announced(1)).statusCode()).isEqualTo(500);
    assertThat(post("/length", "text/plain", announced(1)).statusCode()).isEqualTo(200);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void moreThanMayWaitAreToldToComeBackAndOtherPathsAnswerMeanwhile() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      asked.add(
          client.sendAsync(
              request(server, "/waits", "text/plain", announced(1)), BodyHandlers.ofString(UTF_8)));
    }
    CompletableFuture.anyOf(asked.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
    assertThat(post("/length", "text/plain", announced(1)).statusCode()).isEqualTo(200);
    released.countDown();
    List<Integer> statuses = new ArrayList<>();
    for (CompletableFuture<HttpResponse<String>> each : asked) {
      HttpResponse<String> answer = each.get(20, TimeUnit.SECONDS);
      statuses.add(answer.statusCode());
      if (answer.statusCode() == 503) {
        assertThat(answer.body()).contains("\"code\":\"busy\"");
        assertThat(answer.headers().firstValue("retry-after")).contains("1");
      }
    }
    assertThat(statuses).containsOnly(200, 503);
    assertThat(statuses.stream().filter(status -> status == 200).count()).isLessThanOrEqualTo(2);
  }

  /** It was a connection that dropped, and those behind it heard nothing until it was over. */
  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void whatTakesTooLongIsToldSoAndThoseWhoWaitForItAreToldEarlier() throws Exception {
    long start = System.nanoTime();
    CompletableFuture<HttpResponse<String>> asked =
        client.sendAsync(
            request(server, "/waits", "text/plain", announced(1)), BodyHandlers.ofString(UTF_8));
    assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
    HttpResponse<String> behind = post("/waits", "text/plain", announced(1));
    assertThat(asked).as("it is still at it").isNotDone();
    assertThat(behind.statusCode()).isEqualTo(503);
    assertThat(behind.body()).contains("\"code\":\"busy\"");
    assertThat(behind.headers().firstValue("retry-after")).contains("1");
    HttpResponse<String> first = asked.get(20, TimeUnit.SECONDS);
    assertThat(first.statusCode()).isEqualTo(503);
    assertThat(first.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(first.body())
        .contains("\"code\":\"too-long\"", "Expected to answer within 3 s, but it takes longer");
    assertThat(first.headers().firstValue("retry-after")).contains("10");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(3));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void whatAnEndpointRefusesIsItsProblem() throws Exception {
    HttpResponse<String> answer = post("/refuses", "text/plain", announced(1));
    assertThat(answer.statusCode()).isEqualTo(418);
    assertThat(answer.body()).contains("\"code\":\"teapot\"", "Expected coffee.");
  }

  /** It ended garam serve with exit code 1. */
  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void whatIsNotAnsweredInTimeDoesNotKeepTheServerFromClosing() throws Exception {
    CompletableFuture<HttpResponse<String>> asked =
        client.sendAsync(
            request(server, "/waits", "text/plain", announced(1)), BodyHandlers.ofString(UTF_8));
    assertThat(post("/fails", "x", announced(1)).statusCode()).isEqualTo(415);
    assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
    server.close();
    assertThat(asked).failsWithin(Duration.ofSeconds(20));
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void beyondTheRateClientsAreToldToComeBack() throws Exception {
    try (HttpServer limited = open(3, 10)) {
      List<Integer> statuses = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        HttpResponse<String> answer =
            client.send(
                request(limited, "/length", "text/plain", announced(1)),
                BodyHandlers.ofString(UTF_8));
        statuses.add(answer.statusCode());
        if (answer.statusCode() == 429) {
          assertThat(answer.headers().firstValue("retry-after")).contains("1");
          assertThat(answer.body()).contains("\"code\":\"rate\"", "at most 3 requests a second");
        }
      }
      assertThat(statuses).startsWith(200, 200, 200).contains(429);
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void aConnectionTakesManyRequests() throws Exception {
    try (Socket socket = connect()) {
      String one =
          "POST /length HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nab";
      socket.getOutputStream().write((one + one + one).getBytes(UTF_8));
      socket.shutdownOutput();
      String answers = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(4);
    }
  }

  /** Their bodies are awaited without a thread each, and theirs are the connections. */
  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void clientsThatSendNothingKeepNobodyOut() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        Socket socket = connect();
        socket
            .getOutputStream()
            .write(
                "POST /length HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\nab"
                    .getBytes(UTF_8));
        slow.add(socket);
      }
      assertThat(post("/length", "text/plain", announced(4)).body()).isEqualTo("4");
      byte[] beginning = new byte[12];
      assertThat(slow.get(0).getInputStream().readNBytes(beginning, 0, 12)).isEqualTo(12);
      assertThat(new String(beginning, UTF_8)).isEqualTo("HTTP/1.1 408");
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void requestsAreCountedByPathAndStatusAndProblemsByCode() throws Exception {
    post("/length", "text/plain", announced(1));
    post("/length", "text/plain", announced(1));
    post("/length", "x", announced(1));
    post("/other/" + System.nanoTime(), "text/plain", announced(1));
    server.close();
    assertThat(registry.get("garam.http.requests").tags("path", "/length", "status", "200").timer())
        .extracting(timer -> timer.count())
        .isEqualTo(2L);
    assertThat(registry.get("garam.http.requests").tags("path", "other", "status", "404").timer())
        .isNotNull();
    assertThat(registry.get("garam.http.refusals").tag("code", "media-type").counter().count())
        .isEqualTo(1);
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), URI.create(server.address()).getPort());
  }

  private String raw(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readNBytes(13), UTF_8);
    }
  }
}
