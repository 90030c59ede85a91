package io.garam.web.management;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.garam.nlu.io.Json;
import io.garam.streams.RunningModel;
import io.garam.streams.config.GaramConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests to a real model, whose answers are held against what the description says of them. */
class ServingPortTest {

  private static final Path MODEL = Path.of("../../models/korean-dialogue-act");
  private static RunningModel model;
  private static ServingPort port;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void load() {
    model = RunningModel.load(config(Map.of()));
    port = open(Map.of());
  }

  @AfterAll
  static void close() {
    port.close();
    model.close();
  }

  private static GaramConfig config(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("bootstrap.servers", "localhost:1");
    all.put(GaramConfig.MODEL, MODEL.toString());
    return GaramConfig.of(all);
  }

  private static ServingPort open(Map<String, String> settings) {
    return ServingPort.open(
        config(settings), InetSocketAddress.createUnresolved("127.0.0.1", 0), model, 2);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(port.address() + path)).build(),
        BodyHandlers.ofString(UTF_8));
  }

  private HttpResponse<String> tag(ServingPort at, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(at.address() + "/v1/tag"))
            .POST(BodyPublishers.ofString(body))
            .header("Content-Type", "application/json");
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(UTF_8));
    assertDescribed(answer);
    return answer;
  }

  /** Holds an answer against the schema that the description has for its status and type. */
  private void assertDescribed(HttpResponse<String> answer) throws Exception {
    JsonNode description = Json.MAPPER.readTree(get("/v1/openapi.json").body());
    JsonNode response = description.at("/paths/~1v1~1tag/post/responses/" + answer.statusCode());
    assertThat(response.isObject()).as("status %d is described", answer.statusCode()).isTrue();
    if (response.has("$ref")) {
      response = description.at(response.get("$ref").asText().substring(1));
    }
    String type = answer.headers().firstValue("content-type").orElseThrow();
    assertThat(response.at("/content").has(type)).as(type).isTrue();
    ObjectNode schema = response.at("/content").get(type).get("schema").deepCopy();
    schema.set("components", description.get("components"));
    assertThat(
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(schema)
                .validate(Json.MAPPER.readTree(answer.body())))
        .as(answer.body())
        .isEmpty();
  }

  @Test
  void anEventComesBackAsItIsWithItsIntentBehind() throws Exception {
    HttpResponse<String> answer = tag(port, "{ \"text\":\"네.\" , \"n\":1.50,\"dialogueId\":7}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith("{ \"text\":\"네.\" , \"n\":1.50,\"dialogueId\":7,\"intent\":{\"label\":\"")
        .endsWith("\"dialogue\":{\"utterance\":1}}}");
  }

  @Test
  void theUtterancesOfADialogueAreJudgedInContextAndForgotten() throws Exception {
    String dialogue =
        "{\"utterances\":[{\"speaker\":\"system\",\"text\":\"두 명이요?\",\"utteranceId\":1},"
            + "{\"speaker\":\"user\",\"text\":\"네.\",\"utteranceId\":2},"
            + "{\"speaker\":\"user\",\"text\":\"네.\",\"utteranceId\":2}]}";
    HttpResponse<String> answer = tag(port, dialogue);
    JsonNode utterances = Json.MAPPER.readTree(answer.body()).get("utterances");
    assertThat(utterances.at("/1/intent/dialogue/utterance").asInt()).isEqualTo(2);
    assertThat(utterances.at("/2/intent/dialogue/duplicate").asBoolean()).isTrue();
    assertThat(tag(port, dialogue).body()).as("nothing is remembered").isEqualTo(answer.body());
  }

  @Test
  void anEndWithinADialogueBeginsAnother() throws Exception {
    HttpResponse<String> answer =
        tag(
            port,
            "{\"utterances\":[{\"text\":\"네.\"},{\"text\":\"네.\",\"end\":true},"
                + "{\"text\":\"네.\"}]}");
    JsonNode utterances = Json.MAPPER.readTree(answer.body()).get("utterances");
    assertThat(utterances.at("/1/intent/dialogue/utterance").asInt()).isEqualTo(2);
    assertThat(utterances.at("/2/intent/dialogue/utterance").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | not-an-object",
        "{ | not-json",
        "[] | not-an-object",
        "{\"text\":1} | text-not-a-string",
        "{\"x\":1} | no-text",
        "{\"text\":\" \"} | blank-text",
        "{\"text\":\"a\",\"text\":\"b\"} | duplicate-field",
        "{\"text\":\"a\",\"intent\":1} | intent-exists",
        "{\"utterances\":[]} | utterances",
        "{\"utterances\":[{\"text\":\"a\"},3]} | not-an-object",
        "{\"utterances\":[{\"text\":12345}]} | text-not-a-string",
        "{\"utterances\":{\"text\":\"a\"}} | no-text",
      })
  void whatCannotBeTaggedIsOneSentenceAndTheCodeOfItsDeadLetter(String body, String code)
      throws Exception {
    HttpResponse<String> answer = tag(port, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("\"code\":\"" + code + "\"", "Expected ")
        .doesNotContain("Exception");
  }

  @Test
  void whoAsksOtherwiseIsToldHowToAsk() throws Exception {
    assertThat(tag(port, "{\"utterances\":[]}").body())
        .contains(
            "but found none; send what was said, such as"
                + " {\\\"utterances\\\": [{\\\"text\\\": \\\"...\\\"}]}.");
    HttpResponse<String> got = get("/v1/tag");
    assertThat(got.statusCode()).isEqualTo(405);
    assertThat(got.headers().firstValue("allow")).contains("POST");
    assertThat(got.body())
        .contains(
            "Expected POST for /v1/tag, but found GET; send POST with the header Content-Type:"
                + " application/json and the body {\\\"text\\\": \\\"...\\\"}.");
    HttpResponse<String> typed =
        client.send(
            HttpRequest.newBuilder(URI.create(port.address() + "/v1/tag"))
                .POST(BodyPublishers.ofString("{}"))
                .build(),
            BodyHandlers.ofString(UTF_8));
    assertThat(typed.statusCode()).isEqualTo(415);
    assertThat(typed.body())
        .contains(
            "Expected the header Content-Type: application/json, but found none; send POST with");
  }

  /** What needs a stream is not there. */
  @Test
  void thePageHasWhatNeedsNoStream() throws Exception {
    assertThat(port.pageAddress()).contains(port.address() + "/page/");
    assertThat(get("/page/").body()).contains("<title>Garam</title>");
    JsonNode info = Json.MAPPER.readTree(get("/page/info").body());
    assertThat(info.get("stream").booleanValue()).isFalse();
    assertThat(info.at("/example/0/text").asText()).isEqualTo("예약하려고요");
    assertThat(page("probabilities", "{\"text\":\"네.\"}").statusCode()).isEqualTo(200);
    assertThat(page("explain", "{\"text\":\"네.\"}").body()).contains("\"tokens\":[");
    assertThat(page("explain", "{\"text\":\"" + "가".repeat(6_001) + "\"}").body())
        .contains("\"code\":\"too-much-to-explain\"");
    for (String path : List.of("events", "rates", "dead-letters", "dialogue", "why")) {
      assertThat(get("/page/" + path).statusCode()).as(path).isEqualTo(404);
    }
  }

  private HttpResponse<String> page(String path, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(port.address() + "/page/" + path))
            .POST(BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .build(),
        BodyHandlers.ofString(UTF_8));
  }

  @Test
  void whatThePageShowsNobodyIsNotAdvertised() throws Exception {
    try (ServingPort closed =
        ServingPort.open(
            config(Map.of("garam.page.texts", "none")),
            InetSocketAddress.createUnresolved("0.0.0.0", 0),
            model,
            1)) {
      assertThat(closed.pageAddress()).isEmpty();
    }
    try (ServingPort masked = open(Map.of("garam.page.texts", "none"))) {
      assertThat(
              client
                  .send(
                      HttpRequest.newBuilder(URI.create(masked.address() + "/page/info")).build(),
                      BodyHandlers.ofString(UTF_8))
                  .body())
          .contains("\"texts\":\"none\"")
          .doesNotContain("\"example\"");
    }
  }

  @Test
  void ofADialogueItIsSaidWhichUtteranceItIs() throws Exception {
    assertThat(tag(port, "{\"utterances\":[{\"text\":\"a\"},{\"text\":\"\"}]}").body())
        .contains("\"Utterance 2 of 2: Expected a text to tag");
  }

  @Test
  void deepAndLargeJsonIsRefusedAndTheNextIsAnswered() throws Exception {
    String deep = "{\"text\":\"a\",\"x\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}";
    assertThat(tag(port, deep).body()).contains("\"code\":\"json-limit\"");
    assertThat(tag(port, "{\"text\":\"" + "a".repeat(70_000) + "\"}").statusCode()).isEqualTo(413);
    assertThat(tag(port, "{\"utterances\":[" + "1,".repeat(30_000) + "1]}").body())
        .contains("but found 30001");
    assertThat(tag(port, "{\"text\":\"" + "가".repeat(20_000) + "\"}").statusCode()).isEqualTo(200);
    assertThat(tag(port, "{\"text\":\"네\"}").statusCode()).isEqualTo(200);
  }

  @Test
  void aTokenThatIsSetIsNeeded() throws Exception {
    String token = "a-secret-of-16-or-more";
    try (ServingPort guarded = open(Map.of("garam.http.token", token))) {
      HttpResponse<String> without = tag(guarded, "{\"text\":\"네\"}");
      assertThat(without.statusCode()).isEqualTo(401);
      assertThat(without.headers().firstValue("www-authenticate")).isPresent();
      assertThat(tag(guarded, "{\"text\":\"네\"}", "Authorization", "Bearer " + token).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void aSiteThatMeansThisMachineByItsNameIsRefused() throws Exception {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(port.address()).getPort())) {
      socket
          .getOutputStream()
          .write(
              ("POST /v1/tag HTTP/1.1\r\nHost: evil.example\r\nContent-Type: application/json\r\n"
                      + "Content-Length: 2\r\nConnection: close\r\n\r\n{}")
                  .getBytes(UTF_8));
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 403 ")
          .contains("\"code\":\"foreign-host\"");
    }
  }

  @Test
  void probesPeopleAndPrometheusAreAnsweredAsByATagger() throws Exception {
    assertThat(get("/ready").body())
        .isEqualTo("{\"state\":\"RUNNING\",\"live\":true,\"ready\":true}\n");
    assertThat(get("/info").body()).contains("\"model\":{\"name\":\"", "\"threshold\":");
    tag(port, "{\"text\":\"네\"}");
    tag(port, "no json");
    assertThat(get("/metrics").body())
        .contains(
            "garam_http_requests_seconds_count{path=\"/v1/tag\",status=\"200\"} ",
            "garam_http_refusals_total{code=\"not-json\"} ");
  }
}
