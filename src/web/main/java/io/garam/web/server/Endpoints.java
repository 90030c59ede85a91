package io.garam.web.server;

import io.garam.nlu.text.Printable;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Request handler: finds the endpoint of a path, and whether it takes the method and the client.
 */
final class Endpoints extends Handler.Abstract {

  private static final int LONGEST_PATH = 100;
  private static final int LONGEST_METHOD = 20;
  private static final String INDEX = "/";

  private final Map<String, Endpoint> endpoints;
  private final Map<String, PostHandler> posted = new HashMap<>();
  private final StreamHandler streams;
  private final ConnectionAge ages;

  Endpoints(Map<String, Endpoint> given, StreamHandler streams, ConnectionAge ages) {
    this.endpoints = new TreeMap<>(given);
    this.streams = streams;
    this.ages = ages;
    endpoints.put(INDEX, index(given));
    given.forEach(
        (path, endpoint) -> {
          if (endpoint instanceof Endpoint.Post post) {
            posted.put(path, new PostHandler(post));
          }
        });
  }

  /**
   * The root says which paths there are; a browser is answered by the root that is given, if any.
   */
  private static Endpoint index(Map<String, Endpoint> given) {
    Map<String, Endpoint> others = new TreeMap<>(given);
    Endpoint forBrowsers = others.remove(INDEX);
    Answer list = Answer.text(HttpStatus.OK_200, "Garam. Here are " + paths(others) + ".\n");
    return Endpoint.get(
        request ->
            forBrowsers instanceof Endpoint.Get get
                    && request.headers().get("Accept").contains("text/html")
                ? get.answers().apply(request)
                : list);
  }

  private static String paths(Map<String, Endpoint> endpoints) {
    return String.join(", ", new TreeMap<>(endpoints).keySet());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Exchange exchange = new Exchange(request, response, callback);
    ages.tell(exchange);
    String path = Request.getPathInContext(request);
    Endpoint endpoint = endpoints.get(path);
    if (endpoint == null) {
      exchange.send(notFound(path).answer());
    } else if (!takes(endpoint, request.getMethod())) {
      exchange.send(otherMethod(path, endpoint, request.getMethod()).answer());
    } else {
      endpoint
          .access()
          .refusal(exchange.headers())
          .map(Problem::answer)
          .ifPresentOrElse(exchange::send, () -> handle(exchange, path, endpoint));
    }
    return true;
  }

  private static boolean takes(Endpoint endpoint, String method) {
    if (endpoint instanceof Endpoint.Post) {
      return HttpMethod.POST.is(method);
    }
    return HttpMethod.GET.is(method)
        || (HttpMethod.HEAD.is(method) && endpoint instanceof Endpoint.Get);
  }

  private void handle(Exchange exchange, String path, Endpoint endpoint) {
    if (endpoint instanceof Endpoint.Get get) {
      exchange.send(get.answers().apply(exchange.received(new byte[0])));
    } else if (endpoint instanceof Endpoint.Stream stream) {
      streams.handle(exchange, stream);
    } else {
      Objects.requireNonNull(posted.get(path), path).handle(exchange);
    }
  }

  private Problem notFound(String path) {
    Map<String, Endpoint> others = new TreeMap<>(endpoints);
    others.remove(INDEX);
    return Problem.of(
        HttpStatus.NOT_FOUND_404,
        "not-found",
        "Expected one of "
            + paths(others)
            + ", but found "
            + Printable.beginning(path, LONGEST_PATH)
            + ".");
  }

  private static Problem otherMethod(String path, Endpoint endpoint, String method) {
    return Problem.of(
            HttpStatus.METHOD_NOT_ALLOWED_405,
            "method",
            "Expected "
                + endpoint.methods().replace(", ", " or ")
                + " for "
                + path
                + ", but found "
                + Printable.beginning(method, LONGEST_METHOD)
                + "; "
                + (endpoint instanceof Endpoint.Post post ? PostHandler.howTo(post) : "use that")
                + ".")
        .with(Map.of("Allow", endpoint.methods()));
  }

  @Override
  protected void doStop() throws Exception {
    posted.values().forEach(PostHandler::close);
    super.doStop();
  }
}
