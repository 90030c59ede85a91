package io.garam.web.server;

import io.garam.web.server.ReceivedRequest.Headers;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Exchange with a client: its request, and what it takes to answer it once. */
record Exchange(Request request, Response response, Callback callback) {

  /** Attribute of a request with the code of the problem that it was answered with. */
  static final String PROBLEM = Exchange.class.getName() + ".problem";

  Headers headers() {
    return ReceivedRequest.headers(request.getHeaders());
  }

  /** Returns the request as endpoints see it. */
  ReceivedRequest received(byte[] body) {
    Map<String, String> query = new HashMap<>();
    for (Fields.Field field : Request.extractQueryParameters(request)) {
      query.put(field.getName(), field.getValue());
    }
    return new ReceivedRequest(query, headers(), body);
  }

  /** Sends the whole answer, or its head alone where that was asked for. */
  void send(Answer answer) {
    begin(answer.status(), answer.contentType());
    answer.headers().forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
    if (!answer.problem().isEmpty()) {
      request.setAttribute(PROBLEM, answer.problem());
    }
    if (HttpMethod.HEAD.is(request.getMethod())) {
      callback.succeeded();
    } else {
      response.write(true, ByteBuffer.wrap(answer.body()), callback);
    }
  }

  /** Sets what every answer has in its head. */
  void begin(int status, String contentType) {
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
  }
}
