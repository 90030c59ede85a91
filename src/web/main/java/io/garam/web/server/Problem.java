package io.garam.web.server;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Problem with a request, as RFC 9457 has it.
 *
 * @param status by RFC 9110, such as 400
 * @param code the kind of problem, a word that stays the same when sentences change
 * @param detail one sentence: what was expected, what was found, what to do
 * @param headers of the answer beside the usual ones
 */
public record Problem(int status, String code, String detail, Map<String, String> headers) {

  static final String MEDIA_TYPE = "application/problem+json";

  @JsonPropertyOrder({"title", "status", "code", "detail"})
  private record Body(String title, int status, String code, String detail) {}

  /** Returns a problem. */
  public static Problem of(int status, String code, String detail) {
    return new Problem(status, code, detail, Map.of());
  }

  /** Returns the same problem with headers of its answer. */
  public Problem with(Map<String, String> its) {
    return new Problem(status, code, detail, its);
  }

  /** Returns the answer that says so. */
  public Answer answer() {
    Body body = new Body(HttpStatus.getMessage(status), status, code, detail);
    return new Answer(status, MEDIA_TYPE, Answer.line(body), headers, code);
  }
}
