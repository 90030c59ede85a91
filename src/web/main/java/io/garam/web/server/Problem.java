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

  /** Refusal of a request, thrown where its endpoint finds that it cannot be answered. */
  public static final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private Refusal(Problem problem) {
      super(problem.detail());
      this.problem = problem;
    }

    /** Returns what the client is told. */
    public Problem problem() {
      return problem;
    }
  }

  /** Returns a problem. */
  public static Problem of(int status, String code, String detail) {
    return new Problem(status, code, detail, Map.of());
  }

  /** Returns the same problem with headers of its answer. */
  public Problem with(Map<String, String> its) {
    return new Problem(status, code, detail, its);
  }

  /** Returns the same problem with the seconds after which to ask again. */
  public Problem retryAfter(int seconds) {
    return with(Map.of("Retry-After", Integer.toString(seconds)));
  }

  /** Returns what an endpoint throws to refuse a request with this problem. */
  public Refusal refusal() {
    return new Refusal(this);
  }

  /** Returns the answer that says so. */
  public Answer answer() {
    Body body = new Body(HttpStatus.getMessage(status), status, code, detail);
    return new Answer(status, MEDIA_TYPE, Answer.line(body), headers, code);
  }
}
