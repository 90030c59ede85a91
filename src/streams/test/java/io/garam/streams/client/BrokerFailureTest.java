package io.garam.streams.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerFailureTest {

  private static BrokerFailure failure(int timeoutMs) {
    return new BrokerFailure(
        "127.0.0.1:1", timeoutMs, new SilentBrokers(List.of("127.0.0.1:1"), "PLAINTEXT"));
  }

  @Test
  void whatCausedItStaysItsCause() {
    TopicAuthorizationException refused = new TopicAuthorizationException("not for you");
    assertThat(failure(1).of(refused, "the topic t"))
        .hasCause(refused)
        .hasMessage(
            "Expected to be allowed to use the topic t on 127.0.0.1:1, but the brokers refused (not"
                + " for you); grant the right to the user in the client settings.");
  }

  @Test
  void theRightThatIsMissingIsNamed() {
    TopicAuthorizationException refused = new TopicAuthorizationException("not for you");
    assertThat(failure(1).of(refused, Right.topic(AclOperation.DELETE, "t")))
        .hasMessage(
            "Expected to be allowed to use the topic t on 127.0.0.1:1, but the brokers refused (not"
                + " for you); grant the right DELETE to the user in the client settings.");
    assertThat(
            failure(1)
                .of(refused, new Right(AclOperation.WRITE, ResourceType.TRANSACTIONAL_ID, "i")))
        .hasMessageStartingWith("Expected to be allowed to use the transactional id i on ");
  }

  @ParameterizedTest
  @CsvSource({"30000, 30.0 s", "1500, 1.5 s", "1, 0.001 s"})
  void howLongWasWaitedIsSaidInSeconds(int timeoutMs, String said) {
    assertThat(failure(timeoutMs).of(new TimeoutException(), "x"))
        .hasMessageContaining("but nothing answered within " + said + "; ");
  }

  @Test
  void aFailureWithoutWordsIsCalledByItsName() {
    assertThat(failure(1).of(DisconnectException.INSTANCE, "the group g"))
        .hasMessage(
            "Expected the brokers at 127.0.0.1:1 to do what they were asked about the group g, but"
                + " they answered: org.apache.kafka.common.errors.DisconnectException; mend that"
                + " and start again.");
    assertThat(failure(1).of(new KafkaException("outer", new IllegalStateException()), "x"))
        .hasMessageContaining("they answered: java.lang.IllegalStateException; mend");
  }
}
