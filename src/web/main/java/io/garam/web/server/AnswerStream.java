package io.garam.web.server;

/**
 * Answer that goes on as long as its client stays. What is sent waits in a bounded space for the
 * client to take it; a client that falls behind by more is cut off. Safe for many threads.
 */
public interface AnswerStream extends AutoCloseable {

  /**
   * Sends text, without waiting.
   *
   * @return false where the answer has ended, because the client went or fell behind, or it was
   *     closed
   */
  boolean send(String text);

  /** Has something run once, when the answer has ended; at once where it has. */
  void onEnd(Runnable action);

  /** Ends the answer. */
  @Override
  void close();
}
