package io.garam.web.server;

import io.garam.nlu.text.Printable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Request handler: finds the endpoint of a path, and allows nothing but reading. */
final class Endpoints extends Handler.Abstract {

  private static final int LONGEST_PATH = 100;

  private final Map<String, Endpoint> endpoints;

  Endpoints(Map<String, Endpoint> endpoints) {
    this.endpoints = new TreeMap<>(endpoints);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Answer answer = answer(request);
    response.setStatus(answer.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    if (answer.status() == HttpStatus.METHOD_NOT_ALLOWED_405) {
      response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    if (HttpMethod.HEAD.is(request.getMethod())) {
      callback.succeeded();
    } else {
      response.write(true, ByteBuffer.wrap(body), callback);
    }
    return true;
  }

  private Answer answer(Request request) {
    if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
      return Answer.text(
          HttpStatus.METHOD_NOT_ALLOWED_405, "This port is for reading: use GET or HEAD.\n");
    }
    String path = Request.getPathInContext(request);
    Endpoint endpoint = endpoints.get(path);
    if (endpoint != null) {
      String accept = request.getHeaders().get(HttpHeader.ACCEPT);
      return endpoint.get(accept == null ? "" : accept);
    }
    String paths = String.join(", ", endpoints.keySet());
    return path.equals("/")
        ? Answer.text(HttpStatus.OK_200, "Garam. Here are " + paths + ".\n")
        : Answer.text(
            HttpStatus.NOT_FOUND_404,
            "Expected one of "
                + paths
                + ", but found "
                + Printable.beginning(path, LONGEST_PATH)
                + ".\n");
  }
}
