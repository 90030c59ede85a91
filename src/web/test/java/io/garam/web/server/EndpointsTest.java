package io.garam.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server says to paths, methods and headers of every kind, and to what is none. */
class EndpointsTest {

  @AutoClose
  private final HttpServer server =
      HttpServer.open(
          InetSocketAddress.createUnresolved("127.0.0.1", 0),
          Map.of(
              "/ready", Endpoint.get(request -> Answer.text(503, "no")),
              "/echo",
                  Endpoint.get(
                      request -> Answer.text(200, "<" + request.headers().get("Accept") + ">")),
              "/fails",
                  Endpoint.get(
                      request -> {
                        throw new IllegalStateException("secret of the program");
                      })),
          HttpLimits.BESIDE_OTHER_WORK,
          new SimpleMeterRegistry());

  private HttpResponse<String> send(String method, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .method(method, BodyPublishers.noBody())
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString(UTF_8));
  }

  private String raw(String request) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(server.address()).getPort())) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @Test
  void whoSaysNothingOfWhatItTakesTakesAnything() throws Exception {
    assertThat(send("GET", "/echo").body()).isEqualTo("<>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/echo?", "/echo?a=/ready", "/%65cho", "/./echo", "/x/../echo"})
  void aPathIsTheSameHoweverItIsWritten(String path) throws Exception {
    assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n"))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .endsWith("\r\n\r\n<>");
  }

  @ParameterizedTest
  @CsvSource({
    "/echo/, /echo/",
    "/ECHO, /ECHO",
    "/echo.txt, /echo.txt",
    "/%EA%B0%80, /가",
    "/%E2%80%AE, /\\u202e",
  })
  void aPathThatIsAlmostOneIsToldWhichThereAre(String path, String shown) throws Exception {
    HttpResponse<String> answer = send("GET", path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .contains(
            "\"detail\":\"Expected one of /echo, /fails, /ready, but found "
                + shown.replace("\\", "\\\\")
                + ".\"}");
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
  }

  @Test
  void ofALongPathAHundredCharactersAreShown() throws Exception {
    assertThat(send("GET", "/" + "x".repeat(99)).body()).contains("/" + "x".repeat(99) + ".\"");
    assertThat(send("GET", "/" + "x".repeat(100)).body()).contains("/" + "x".repeat(99) + "….\"");
  }

  @ParameterizedTest
  @CsvSource({"/ready, 503, 2", "/echo, 200, 2", "/, 200, 39", "/none, 404, 121"})
  void theHeadIsThatOfTheAnswerWithoutIt(String path, int status, String length) throws Exception {
    HttpResponse<String> head = send("HEAD", path);
    assertThat(head.statusCode()).isEqualTo(status);
    assertThat(head.headers().firstValue("content-length")).contains(length);
    assertThat(head.body()).isEmpty();
    HttpResponse<String> whole = send("GET", path);
    assertThat(whole.statusCode()).isEqualTo(status);
    assertThat(whole.body().getBytes(UTF_8)).hasSize(Integer.parseInt(length));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/echo", "/", "/none"})
  void noAnswerIsKeptOrGuessedAt(String path) throws Exception {
    HttpResponse<String> answer = send("GET", path);
    assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
    assertThat(answer.headers().firstValue("allow")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/echo", "/", "/fails"})
  void nothingIsWrittenWhateverThePath(String path) throws Exception {
    HttpResponse<String> answer = send("POST", path);
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().allValues("allow")).containsExactly("GET, HEAD");
    assertThat(answer.body())
        .contains("\"code\":\"method\"", "Expected GET or HEAD for " + path + ", but found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"get", "Head", "FETCH"})
  void aMethodIsSpeltAsItIs(String method) throws Exception {
    assertThat(raw(method + " /echo HTTP/1.1\r\nHost: a\r\n\r\n"))
        .startsWith("HTTP/1.1 405 ")
        .contains("Expected GET or HEAD for /echo, but found " + method + "; use that.");
  }

  @Test
  void whatTheServerRefusesIsOneLineThatQuotesNothing() throws Exception {
    assertThat(raw("GET /echo?<script> HTTP/9.9\r\nHost: a\r\n\r\n"))
        .contains("\r\nContent-Type: application/problem+json\r\n")
        .doesNotContain("script");
    assertThat(raw("GET /echo HTTP/1.1\r\n\r\n"))
        .startsWith("HTTP/1.1 400 Bad Request\r\n")
        .contains("\"code\":\"bad-request\"");
    assertThat(raw("GET /echo HTTP/1.1\r\nHost: a\r\nX: " + "y".repeat(9_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431 ")
        .contains("\"code\":\"headers-too-large\"")
        .doesNotContain("yy");
  }

  @Test
  void theHeadOfAFailureHasNoBodyEither() throws Exception {
    HttpResponse<String> answer = send("HEAD", "/fails");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEmpty();
    assertThat(send("GET", "/fails").headers().firstValue("content-type"))
        .contains("application/problem+json");
  }
}
