package io.garam.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Answers that go on: they outlive the age of a connection, and end with client or server. */
class StreamEndpointTest {

  private final BlockingQueue<AnswerStream> opened = new LinkedBlockingQueue<>();
  private final HttpClient client = HttpClient.newHttpClient();

  @AutoClose
  private final HttpServer server =
      HttpServer.open(
          InetSocketAddress.createUnresolved("127.0.0.1", 0),
          Map.of(
              "/events",
              new Endpoint.Stream(Access.OPEN, "text/event-stream", request -> opened::add),
              "/refuses",
              new Endpoint.Stream(
                  Access.OPEN,
                  "text/event-stream",
                  request -> {
                    throw Problem.of(400, "input", "Expected another.").refusal();
                  }),
              "/fails",
              new Endpoint.Stream(
                  Access.OPEN,
                  "text/event-stream",
                  request ->
                      stream -> {
                        throw new IllegalStateException("secret of the program");
                      }),
              "/other",
              Endpoint.get(request -> Answer.text(200, "other"))),
          new HttpLimits(8, 2, 6, Duration.ZERO, Duration.ofMillis(500)),
          new SimpleMeterRegistry());

  private HttpResponse<InputStream> ask(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
        BodyHandlers.ofInputStream());
  }

  private AnswerStream begun() throws InterruptedException {
    return opened.poll(20, TimeUnit.SECONDS);
  }

  @Test
  void whatIsSentComesWhenItIsSentHoweverOldTheConnection() throws Exception {
    var asked =
        client.sendAsync(
            HttpRequest.newBuilder(URI.create(server.address() + "/events")).build(),
            BodyHandlers.ofInputStream());
    AnswerStream stream = begun();
    assertThat(stream.send("data: 가\n\n")).isTrue();
    InputStream body = asked.get(20, TimeUnit.SECONDS).body();
    assertThat(new String(body.readNBytes(11), UTF_8)).isEqualTo("data: 가\n\n");
    TimeUnit.MILLISECONDS.sleep(1_500);
    assertThat(stream.send("data: b\n\n")).isTrue();
    assertThat(new String(body.readNBytes(9), UTF_8)).isEqualTo("data: b\n\n");
    stream.close();
    assertThat(body.readAllBytes()).isEmpty();
    assertThat(stream.send("more")).isFalse();
  }

  @Test
  void noMoreStayThanMayAndOthersAreAnswered() throws Exception {
    for (int i = 0; i < 2; i++) {
      var unused =
          client.sendAsync(
              HttpRequest.newBuilder(URI.create(server.address() + "/events")).build(),
              BodyHandlers.ofInputStream());
    }
    AnswerStream first = begun();
    AnswerStream second = begun();
    assertThat(ask("/events").statusCode()).isEqualTo(503);
    assertThat(ask("/other").statusCode()).isEqualTo(200);
    CountDownLatch ended = new CountDownLatch(1);
    first.onEnd(ended::countDown);
    first.close();
    assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    var unused =
        client.sendAsync(
            HttpRequest.newBuilder(URI.create(server.address() + "/events")).build(),
            BodyHandlers.ofInputStream());
    assertThat(begun()).isNotNull();
    second.close();
  }

  @Test
  void oneThatFailsAtItsBeginningTakesNoPlaceOfAnother() throws Exception {
    for (int i = 0; i < 5; i++) {
      HttpResponse<InputStream> answer = ask("/fails");
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(new String(answer.body().readAllBytes(), UTF_8)).doesNotContain("secret");
    }
  }

  @Test
  void whatIsRefusedBeginsNoAnswer() throws Exception {
    for (int i = 0; i < 5; i++) {
      HttpResponse<InputStream> answer = ask("/refuses");
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(new String(answer.body().readAllBytes(), UTF_8)).contains("Expected another.");
    }
  }

  @Test
  void aClientThatFallsBehindIsCutOff() throws Exception {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(server.address()).getPort())) {
      socket.getOutputStream().write("GET /events HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(UTF_8));
      AnswerStream stream = begun();
      CountDownLatch ended = new CountDownLatch(1);
      stream.onEnd(ended::countDown);
      String much = "x".repeat(100_000);
      int sent = 0;
      while (sent < 1_000 && stream.send(much)) {
        sent++;
      }
      assertThat(sent).isLessThan(1_000);
      assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void theEndOfTheServerIsTheirsToo() throws Exception {
    var asked =
        client.sendAsync(
            HttpRequest.newBuilder(URI.create(server.address() + "/events")).build(),
            BodyHandlers.ofInputStream());
    AnswerStream stream = begun();
    assertThat(stream.send("last")).isTrue();
    InputStream body = asked.get(20, TimeUnit.SECONDS).body();
    long start = System.nanoTime();
    server.close();
    assertThat(new String(body.readAllBytes(), UTF_8)).isEqualTo("last");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }
}
