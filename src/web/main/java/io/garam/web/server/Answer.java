package io.garam.web.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.garam.nlu.io.Json;
import java.util.Map;

/**
 * Answer to an HTTP request.
 *
 * @param status by RFC 9110, such as 200
 * @param contentType with the charset, where it is text
 * @param body as it is sent
 * @param headers beside the usual ones
 * @param problem the code of the {@link Problem} that it tells of, empty for none
 */
public record Answer(
    int status, String contentType, byte[] body, Map<String, String> headers, String problem) {

  /** Returns an answer with the usual headers. */
  public static Answer of(int status, String contentType, byte[] body) {
    return new Answer(status, contentType, body, Map.of(), "");
  }

  /** Answers with an object as JSON. */
  public static Answer json(int status, Object value) {
    return of(status, "application/json", line(value));
  }

  /** Returns an object as a line of JSON. */
  static byte[] line(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value).concat("\n").getBytes(UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value that cannot be written as JSON", e);
    }
  }

  /** Answers with lines of text. */
  public static Answer text(int status, String body) {
    return of(status, "text/plain; charset=utf-8", body.getBytes(UTF_8));
  }

  /** Returns the body as text. */
  public String text() {
    return new String(body, UTF_8);
  }
}
