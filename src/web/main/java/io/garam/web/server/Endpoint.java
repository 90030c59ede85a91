package io.garam.web.server;

/** Endpoint of an HTTP server: answers a GET of one path, and changes nothing. */
public interface Endpoint {

  /**
   * Answers a request.
   *
   * @param accept what the client takes, as its {@code Accept} header has it; empty where it does
   *     not say
   */
  Answer get(String accept);
}
