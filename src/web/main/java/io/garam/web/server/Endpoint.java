package io.garam.web.server;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Endpoint of an HTTP server: what is answered on one path, and to whom. */
public sealed interface Endpoint {

  /** Returns who may ask. */
  Access access();

  /** Returns the methods that it answers, as an {@code Allow} header has them. */
  String methods();

  /** Answers GET and HEAD at once, and changes nothing. */
  record Get(Access access, Function<ReceivedRequest, Answer> answers) implements Endpoint {
    @Override
    public String methods() {
      return "GET, HEAD";
    }
  }

  /**
   * Answers POST, in threads of its own, once the whole body has come.
   *
   * @param mediaTypes that a body may have
   * @param example what to send, for who has sent something else, such as {@code the body {"text":
   *     "..."}}
   */
  record Post(
      Access access,
      Set<String> mediaTypes,
      String example,
      PostLimits limits,
      Function<ReceivedRequest, Answer> answers)
      implements Endpoint {
    @Override
    public String methods() {
      return "POST";
    }
  }

  /**
   * Answers GET by what comes as long as the client stays, such as server-sent events.
   *
   * @param answers returns for a request what takes the answer that begins, or refuses it; neither
   *     must block
   */
  record Stream(
      Access access, String contentType, Function<ReceivedRequest, Consumer<AnswerStream>> answers)
      implements Endpoint {
    @Override
    public String methods() {
      return "GET";
    }
  }

  /**
   * Limits on what is posted to one endpoint, over all clients together.
   *
   * @param bodyBytes the largest body
   * @param runs how many answers are worked out at once; as many threads are made
   * @param waiting how many requests may wait for that
   * @param longestWait for how long each of them may
   * @param longestRun how long an answer may be worked out
   * @param perSecond how many requests a second are taken, 0 for any number
   */
  record PostLimits(
      int bodyBytes,
      int runs,
      int waiting,
      Duration longestWait,
      Duration longestRun,
      int perSecond) {}

  /** Returns an endpoint that answers GET to everyone. */
  static Endpoint get(Function<ReceivedRequest, Answer> answers) {
    return new Get(Access.OPEN, answers);
  }
}
