package io.garam.web.server;

import java.time.Duration;

/**
 * Limits of an HTTP server on its clients.
 *
 * @param connections how many there may be at a time, those of {@code streams} aside
 * @param streams how many answers may go on at a time, see {@link Endpoint.Stream}
 * @param threads how many threads take requests
 * @param reuse how old a connection may be and still take another request; zero for one request
 *     each
 * @param longestRequest how long a request may take; a connection is closed so long after it may no
 *     longer be used
 */
public record HttpLimits(
    int connections, int streams, int threads, Duration reuse, Duration longestRequest) {

  /**
   * Ten seconds for a body to come, up to fifteen until its answer is found or it is said that
   * there will be none, and five for that to be taken: nobody is cut off without a word.
   */
  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(30);

  /** What suits a port that is for operators, beside other work: a connection for each request. */
  public static final HttpLimits BESIDE_OTHER_WORK =
      new HttpLimits(64, 16, 6, Duration.ZERO, LONGEST_REQUEST);

  /** What suits a port that programs ask often: connections that are kept. */
  public static final HttpLimits FOR_PROGRAMS =
      new HttpLimits(256, 16, 8, Duration.ofMinutes(5), LONGEST_REQUEST);

  boolean keepsConnections() {
    return !reuse.isZero();
  }

  Duration longestConnection() {
    return reuse.plus(longestRequest);
  }
}
