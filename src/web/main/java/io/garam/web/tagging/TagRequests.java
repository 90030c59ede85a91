package io.garam.web.tagging;

import io.garam.streams.config.HttpKeys;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.event.RequestBody;
import io.garam.streams.event.UntaggableEventException;
import io.garam.web.server.Answer;
import io.garam.web.server.Problem;
import io.garam.web.server.ReceivedRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Requests to tag, and what is answered to each.
 *
 * @param areTexts whether an event is the text itself and no JSON
 * @param most how many utterances one request may have
 * @param tagging asked at each request; empty where no model is loaded
 */
record TagRequests(boolean areTexts, int most, Supplier<Optional<Tagging>> tagging) {

  private static final String JSON = "application/json";
  private static final String TEXT = "text/plain";

  Set<String> mediaTypes() {
    return areTexts ? Set.of(JSON, TEXT) : Set.of(JSON);
  }

  Answer answer(ReceivedRequest request) {
    try {
      RequestBody body = body(request);
      if (body.events().isEmpty() || body.events().size() > most) {
        return otherNumber(body.events().size()).answer();
      }
      Optional<Tagging> tagger = tagging.get();
      return tagger.isPresent()
          ? Answer.of(HttpStatus.OK_200, JSON, body.answer(tagger.get().tag(body.events())))
          : noModel().answer();
    } catch (UntaggableEventException e) {
      return Problem.of(HttpStatus.BAD_REQUEST_400, e.code().code(), e.reason()).answer();
    } catch (IllegalStateException e) {
      if (tagging.get().isEmpty()) {
        return noModel().answer();
      }
      throw e;
    }
  }

  private RequestBody body(ReceivedRequest request) {
    String type = request.headers().get("Content-Type").toLowerCase(Locale.ROOT);
    if (areTexts && type.startsWith(TEXT)) {
      return new RequestBody(List.of(request.body()), false);
    }
    RequestBody body = RequestBody.parse(request.body(), areTexts);
    if (areTexts && !body.isDialogue()) {
      throw new UntaggableEventException(
          ReasonCode.NO_TEXT,
          "Expected {\"utterances\": [\"a text\", …]} or the text itself with the Content-Type "
              + TEXT
              + ", as garam.input.format=text has it, but found another body.");
    }
    return body;
  }

  /** Returns what to send, for who has sent something else. */
  String example() {
    return areTexts ? "the text as the body" : "the body {\"text\": \"...\"}";
  }

  private Problem otherNumber(int found) {
    return Problem.of(
        HttpStatus.BAD_REQUEST_400,
        "utterances",
        "Expected 1 to "
            + most
            + " utterances ("
            + HttpKeys.MAX_UTTERANCES
            + "), but found "
            + (found == 0
                ? "none; send what was said, such as {\"utterances\": ["
                    + (areTexts ? "\"...\"" : "{\"text\": \"...\"}")
                    + "]}."
                : found + "; send the dialogue from a later utterance on."));
  }

  private static Problem noModel() {
    return Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE_503,
            "no-model",
            "Expected a model, but none is loaded yet, or the tagger is ending; ask again when"
                + " /ready answers 200.")
        .retryAfter(1);
  }
}
