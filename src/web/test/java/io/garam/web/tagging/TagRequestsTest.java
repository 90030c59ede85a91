package io.garam.web.tagging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.event.ReasonCode;
import io.garam.streams.event.UntaggableEventException;
import io.garam.web.server.Answer;
import io.garam.web.server.ReceivedRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of bodies, with a tagger that puts each event in brackets. */
class TagRequestsTest {

  private static final Tagging BRACKETS =
      events ->
          events.stream()
              .map(event -> ("[" + new String(event, UTF_8) + "]").getBytes(UTF_8))
              .toList();

  private static Answer ask(boolean areTexts, Optional<Tagging> tagging, String type, String body) {
    return new TagRequests(areTexts, 3, () -> tagging)
        .answer(
            new ReceivedRequest(
                name -> name.equals("Content-Type") ? type : "", body.getBytes(UTF_8)));
  }

  private static Answer ask(String body) {
    return ask(false, Optional.of(BRACKETS), "application/json", body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\": \"가\" , \"x\":1.0}",
        "{\"utterances\": 1}",
        "{\"utterances\": [{}], \"text\": \"a\"}",
        "{\"text\": \"a\", \"utterances\": [{}]}",
        "{\"utterances\": [1]} 2",
        "{}",
        "1",
        "",
      })
  void whateverIsNoDialogueIsAnEventForTheTaggerToJudge(String body) {
    assertThat(ask(body).text()).isEqualTo("[" + body + "]");
  }

  @Test
  void utterancesAreTakenAsTheyAreWritten() {
    Answer answer =
        ask("\ufeff { \"utterances\" : [ {\"text\" :\"\\uac00가😀\" ,\"n\":1e2} ,\n{}, 12.50 ] } ");
    assertThat(answer.text())
        .isEqualTo("{\"utterances\":[[{\"text\" :\"\\uac00가😀\" ,\"n\":1e2}],[{}],[12.50]]}");
    assertThat(answer.contentType()).isEqualTo("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{},{},{},{}"})
  void noneAndTooManyAreRefused(String utterances) {
    Answer answer = ask("{\"utterances\":[" + utterances + "]}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text())
        .contains("Expected 1 to 3 utterances (garam.http.max.utterances), but found ");
  }

  @Test
  void brokenJsonIsRefused() {
    assertThat(ask("{\"utterances\":[{\"text\":\"a\"").text()).contains("\"code\":\"not-json\"");
    assertThat(ask("{\"utterances\":[" + "[".repeat(100_000)).text())
        .contains("\"code\":\"json-limit\"");
    assertThat(ask("\0\0\0").text()).contains("\"code\":\"schema-registry\"");
  }

  @Test
  void whatTheTaggerRefusesIsABadRequestByItsReason() {
    Tagging refuses =
        events -> {
          throw new UntaggableEventException(ReasonCode.BLANK_TEXT, "Expected a text.");
        };
    Answer answer = ask(false, Optional.of(refuses), "application/json", "{}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.text())
        .isEqualTo(
            "{\"title\":\"Bad Request\",\"status\":400,\"code\":\"blank-text\","
                + "\"detail\":\"Expected a text.\"}\n");
  }

  @Test
  void withoutAModelItIsToBeAskedLater() {
    Answer answer = ask(false, Optional.empty(), "application/json", "{}");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsEntry("Retry-After", "1");
  }

  @Test
  void ofTextsABodyIsTheTextItselfOrADialogueOfStrings() {
    assertThat(ask(true, Optional.of(BRACKETS), "text/plain; charset=utf-8", "{가").text())
        .isEqualTo("[{가]");
    assertThat(
            ask(true, Optional.of(BRACKETS), "application/json", "{\"utterances\":[\"가\\n\"]}")
                .text())
        .isEqualTo("{\"utterances\":[[가\n]]}");
    assertThat(ask(true, Optional.of(BRACKETS), "application/json", "{\"utterances\":[1]}").text())
        .contains("\"code\":\"text-not-a-string\"", "but found a number");
    assertThat(ask(true, Optional.of(BRACKETS), "application/json", "{}").status()).isEqualTo(400);
  }
}
