package io.garam.web.server;

import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/**
 * Request as an endpoint sees it.
 *
 * @param query its parameters by name, the first where one is there more than once
 * @param headers by name, in whichever case
 * @param body all of it; empty where there is none
 */
public record ReceivedRequest(Map<String, String> query, Headers headers, byte[] body) {

  /** Makes a request without parameters. */
  public ReceivedRequest(Headers headers, byte[] body) {
    this(Map.of(), headers, body);
  }

  /** Headers of a request. */
  @FunctionalInterface
  public interface Headers {

    /** Returns the value of a header, of the first where it is there more than once; else empty. */
    String get(String name);
  }

  static Headers headers(HttpFields fields) {
    return name -> {
      String value = fields.get(name);
      return value == null ? "" : value;
    };
  }
}
