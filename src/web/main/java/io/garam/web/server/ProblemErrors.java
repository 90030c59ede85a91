package io.garam.web.server;

import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Error handler: answers what Jetty refuses, such as a header that is too large, by a problem.
 * Jetty's own page quotes the request and shows stack traces.
 */
final class ProblemErrors implements Request.Handler {

  private static final Map<Integer, Problem> KNOWN =
      Map.of(
          HttpStatus.BAD_REQUEST_400,
          Problem.of(
              HttpStatus.BAD_REQUEST_400,
              "bad-request",
              "Expected a request of HTTP/1.1 with one Host header, but found something else; ask"
                  + " by an HTTP client."),
          HttpStatus.URI_TOO_LONG_414,
          Problem.of(
              HttpStatus.URI_TOO_LONG_414,
              "uri-too-long",
              "Expected a shorter path; the head of a request may have 8 KB in all."),
          HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431,
          Problem.of(
              HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431,
              "headers-too-large",
              "Expected shorter headers; the head of a request may have 8 KB in all."),
          HttpStatus.SERVICE_UNAVAILABLE_503,
          Problem.of(
                  HttpStatus.SERVICE_UNAVAILABLE_503,
                  "ending",
                  "Expected to answer, but this process is about to end; ask another instance.")
              .retryAfter(1));

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Problem unknown =
        status >= HttpStatus.INTERNAL_SERVER_ERROR_500
            ? Problem.of(
                status,
                "internal-error",
                "Expected to answer, but Garam failed on it in a way that it did not foresee; its"
                    + " log says more.")
            : Problem.of(
                status,
                "bad-request",
                "Expected a request that this server understands, but found something else; ask by"
                    + " an HTTP client.");
    new Exchange(request, response, callback).send(KNOWN.getOrDefault(status, unknown).answer());
    return true;
  }
}
