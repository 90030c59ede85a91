package io.garam.app.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.CommandRun;
import io.garam.app.GaramProcess;
import io.garam.nlu.io.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code garam serve} in a process of its own, asked from outside. */
class ServeCommandIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String MODEL = "../../models/korean-intention";
  private static final String TOKEN = "a-token-that-is-long-enough";

  private static GaramProcess process;
  private static URI port;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    process = start(Map.of(), "--model", MODEL, "--listen", "127.0.0.1:0");
    port = address(process);
  }

  @AfterAll
  static void end() throws Exception {
    try (GaramProcess ending = process) {
      assertThat(ending.terminate()).as(ending.errors()).isZero();
      assertThat(ending.errors()).endsWith("Stopped.\n");
      assertThat(ending.output()).isEmpty();
    }
  }

  private static GaramProcess start(Map<String, String> environment, String... flags)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("serve"));
    arguments.addAll(List.of(flags));
    return GaramProcess.start(
        GaramProcess.shortLivedJava(io.garam.app.Garam.class, 512), arguments, environment);
  }

  private static URI address(GaramProcess of) throws Exception {
    Matcher said =
        Pattern.compile("Tagging with .* on (http://\\S+)\\. Press Ctrl-C to stop\\. ")
            .matcher(of.awaitLine("Ctrl-C", PATIENCE));
    assertThat(said.find()).as(of.errors()).isTrue();
    return URI.create(said.group(1));
  }

  private static HttpRequest request(URI to, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to.resolve("/v1/tag"))
            .POST(BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    return (headers.length > 0 ? request.headers(headers) : request).build();
  }

  private HttpResponse<String> tag(URI to, String body, String... headers) throws Exception {
    return client.send(request(to, body, headers), BodyHandlers.ofString(UTF_8));
  }

  @Test
  void manyClientsAtOnceAreAnsweredAsTheCommandTagAnswers() throws Exception {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      texts.addAll(List.of("내일 일정 알려줘 " + i, "안녕하세요?", "불 좀 꺼줘 " + i * i, "왜 그랬어 " + i));
    }
    List<String> arguments = new ArrayList<>(List.of("tag", "--model", MODEL, "--json"));
    arguments.addAll(texts);
    List<String> expected = CommandRun.of(arguments.toArray(String[]::new)).lines();
    List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
    for (String text : texts) {
      String event = Json.MAPPER.writeValueAsString(Map.of("text", text));
      asked.add(client.sendAsync(request(port, event), BodyHandlers.ofString(UTF_8)));
      if (asked.size() % 20 == 0) {
        asked.get(asked.size() - 1).get(60, TimeUnit.SECONDS);
      }
    }
    for (int i = 0; i < texts.size(); i++) {
      HttpResponse<String> answer = asked.get(i).get(60, TimeUnit.SECONDS);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(labelled(answer.body())).as(texts.get(i)).isEqualTo(labelled(expected.get(i)));
    }
  }

  /** ONNX Runtime rounds sums otherwise in batches of other sizes, in the seventh digit. */
  private static String labelled(String json) throws IOException {
    Matcher number = Pattern.compile("(\"confidence\":[0-9.]{1,6})[0-9.E-]*").matcher(json);
    return number.replaceAll("$1");
  }

  @Test
  void aConnectionTakesManyRequests() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port.getPort())) {
      byte[] one =
          ("POST /v1/tag HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                  + "Content-Length: 13\r\n\r\n{\"text\":\"ok\"}")
              .getBytes(UTF_8);
      for (int i = 0; i < 50; i++) {
        socket.getOutputStream().write(one);
        assertThat(head(socket)).startsWith("HTTP/1.1 200 OK\r\n");
      }
    }
  }

  /** Reads an answer and returns its head. */
  private static String head(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) socket.getInputStream().read());
    }
    Matcher length = Pattern.compile("Content-Length: ([0-9]+)").matcher(head);
    assertThat(length.find()).isTrue();
    socket.getInputStream().readNBytes(Integer.parseInt(length.group(1)));
    return head.toString();
  }

  @Test
  void aDialogueIsAnsweredInOrderByAModelThatJudgesEachAlone() throws Exception {
    String answer =
        tag(port, "{\"utterances\":[{\"text\":\"안녕하세요\",\"i\":1},{\"text\":\"몇 시야?\",\"i\":2}]}")
            .body();
    String first = tag(port, "{\"text\":\"안녕하세요\",\"i\":1}").body();
    String second = tag(port, "{\"text\":\"몇 시야?\",\"i\":2}").body();
    assertThat(labelled(answer))
        .isEqualTo(labelled("{\"utterances\":[" + first + "," + second + "]}"));
  }

  @Test
  void itsPageIsSaidAndIsThere() throws Exception {
    assertThat(process.errors()).contains("or in a browser: " + port + "/page/");
    HttpResponse<String> page =
        client.send(
            HttpRequest.newBuilder(port.resolve("/page/info")).build(),
            BodyHandlers.ofString(UTF_8));
    assertThat(page.body()).contains("\"stream\":false", "\"name\":\"korean-intention\"");
  }

  @Test
  void whatIsTooLargeOrNoEventIsRefused() throws Exception {
    assertThat(tag(port, "{\"text\":\"" + "a".repeat(70_000) + "\"}").statusCode()).isEqualTo(413);
    assertThat(tag(port, "no json").statusCode()).isEqualTo(400);
    assertThat(tag(port, "{\"text\":\"네\"}", "Origin", "http://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(
            client
                .send(
                    HttpRequest.newBuilder(port.resolve("/v1/tag")).build(),
                    BodyHandlers.ofString(UTF_8))
                .statusCode())
        .isEqualTo(405);
  }

  @Test
  void beyondLoopbackATokenIsNeededAndIsNotSaid() throws Exception {
    try (GaramProcess guarded =
        start(
            Map.of("GARAM_HTTP_TOKEN", TOKEN, "GARAM_LOG", "trace"),
            "--model",
            MODEL,
            "--listen",
            "0.0.0.0:0")) {
      URI local = URI.create("http://127.0.0.1:" + address(guarded).getPort());
      assertThat(tag(local, "{\"text\":\"네\"}").statusCode()).isEqualTo(401);
      assertThat(tag(local, "{\"text\":\"네\"}", "Authorization", "Bearer x").statusCode())
          .isEqualTo(401);
      assertThat(tag(local, "{\"text\":\"네\"}", "Authorization", "Bearer " + TOKEN).statusCode())
          .isEqualTo(200);
      assertThat(guarded.terminate()).isZero();
      assertThat(guarded.errors()).doesNotContain(TOKEN);
    }
  }

  @Test
  void withoutATokenItIsOffBeyondLoopback() throws Exception {
    try (GaramProcess open = start(Map.of(), "--model", MODEL, "--listen", "0.0.0.0:0")) {
      URI local = URI.create("http://127.0.0.1:" + address(open).getPort());
      HttpResponse<String> answer = tag(local, "{\"text\":\"네\"}");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("set garam.http.token");
      assertThat(open.errors())
          .contains("Beyond loopback it answers nobody until garam.http.token is set")
          .doesNotContain("/page/");
      assertThat(open.terminate()).isZero();
    }
  }

  @Test
  void aTokenThatCannotBeIsRefusedWithoutBeingQuoted() {
    CommandRun run =
        CommandRun.of(
            "serve", "--model", MODEL, "--config", "garam.http.token=hush hush hush hush");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("garam.http.token must have 16 to 512").doesNotContain("hush");
  }

  @Test
  void thePageOfItShowsWhatIsAnswered() throws Exception {
    String page = Files.readString(Path.of("../../docs/http.md"));
    Matcher shown = Pattern.compile("--json '([^']+)'\n(\\{\"text\".*)\n").matcher(page);
    int examples = 0;
    while (shown.find()) {
      examples++;
      assertThat(labelled(tag(port, shown.group(1)).body())).isEqualTo(labelled(shown.group(2)));
    }
    assertThat(examples).isPositive();
  }
}
