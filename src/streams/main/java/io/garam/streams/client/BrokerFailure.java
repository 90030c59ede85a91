package io.garam.streams.client;

import io.garam.nlu.GaramException;
import io.garam.nlu.text.Printable;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * Failure of brokers to answer, in a sentence for each way in which they may fail.
 *
 * @param timeoutMs how long an answer may take, in milliseconds
 */
record BrokerFailure(String addresses, int timeoutMs, SilentBrokers silent) {

  /**
   * Returns the sentence.
   *
   * @param subject what was asked about, such as "the topic utterances"
   */
  GaramException of(Throwable cause, String subject) {
    return new GaramException(sentence(cause, subject, "the right"), cause);
  }

  /**
   * Returns the sentence, which names the right if that is what is missing.
   *
   * @param needed without which the brokers do not answer
   */
  GaramException of(Throwable cause, Right needed) {
    return new GaramException(
        sentence(cause, needed.subject(), "the right " + needed.operation()), cause);
  }

  private String sentence(Throwable cause, String subject, String right) {
    if (cause instanceof AuthorizationException) {
      return "Expected to be allowed to use "
          + subject
          + " on "
          + addresses
          + ", but the brokers refused ("
          + cause.getMessage()
          + "); grant "
          + right
          + " to the user in the client settings.";
    }
    if (cause instanceof AuthenticationException refused) {
      return "Expected to be let in by Kafka at "
          + addresses
          + ", but "
          + SecurityFailure.explain(refused);
    }
    if (cause instanceof TimeoutException
        || cause instanceof org.apache.kafka.common.errors.TimeoutException) {
      return "Expected Kafka at "
          + addresses
          + ", but nothing answered within "
          + timeoutMs / 1000.0
          + " s; "
          + silent.remedy();
    }
    Throwable root = new Causes(cause).root();
    return "Expected the brokers at "
        + addresses
        + " to do what they were asked about "
        + subject
        + ", but they answered: "
        + Printable.clause(String.valueOf(root.getMessage() == null ? root : root.getMessage()))
        + "; mend that and start again.";
  }
}
