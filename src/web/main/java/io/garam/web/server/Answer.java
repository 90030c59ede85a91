package io.garam.web.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.garam.nlu.io.Json;

/**
 * Answer to an HTTP request.
 *
 * @param status by RFC 9110, such as 200
 * @param contentType with the charset
 * @param body as text, sent as UTF-8
 */
public record Answer(int status, String contentType, String body) {

  /** Answers with an object as JSON. */
  public static Answer json(int status, Object value) {
    try {
      return new Answer(
          status, "application/json", Json.MAPPER.writeValueAsString(value).concat("\n"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a value that cannot be written as JSON", e);
    }
  }

  /** Answers with lines of text. */
  public static Answer text(int status, String body) {
    return new Answer(status, "text/plain; charset=utf-8", body);
  }
}
