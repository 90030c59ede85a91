package io.garam.streams.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.broker.FakeBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.Test;

class BrokersTest {

  private static Brokers brokers(String addresses, String... settings) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("application.id", "test");
    properties.put("bootstrap.servers", addresses);
    for (int i = 0; i < settings.length; i += 2) {
      properties.put(settings[i], settings[i + 1]);
    }
    return new Brokers(properties, 1_500);
  }

  private static final Brokers NOBODY = brokers("127.0.0.1:1");

  private static <T> KafkaFuture<T> failed(Throwable cause) {
    KafkaFutureImpl<T> future = new KafkaFutureImpl<>();
    future.completeExceptionally(cause);
    return future;
  }

  @Test
  void addressesAreThoseThatWereGiven() {
    assertThat(brokers("a:1,b:2").addresses()).isEqualTo("a:1,b:2");
    assertThat(NOBODY.timeoutMs()).isEqualTo(1_500);
  }

  @Test
  void anAnswerIsHandedOn() {
    assertThat(NOBODY.answer(KafkaFuture.completedFuture("yes"), "x")).isEqualTo("yes");
    assertThat(
            NOBODY.answerUnless(
                InvalidTopicException.class, KafkaFuture.completedFuture("yes"), "x"))
        .contains("yes");
    assertThat(
            NOBODY.answerUnless(
                InvalidTopicException.class, KafkaFuture.<Void>completedFuture(null), "x"))
        .as("nothing but yes")
        .isEmpty();
  }

  @Test
  void onlyTheErrorThatWasExpectedIsNoFailure() {
    KafkaFuture<String> gone = failed(new UnknownTopicOrPartitionException("gone"));
    assertThat(NOBODY.answerUnless(UnknownTopicOrPartitionException.class, gone, "the topic t"))
        .isEqualTo(Optional.empty());
    assertThatThrownBy(() -> NOBODY.answerUnless(InvalidTopicException.class, gone, "the topic t"))
        .isInstanceOf(GaramException.class)
        .hasCauseInstanceOf(UnknownTopicOrPartitionException.class)
        .hasMessage(
            "Expected the brokers at 127.0.0.1:1 to do what they were asked about the topic t, but"
                + " they answered: gone; mend that and start again.");
  }

  @Test
  void aMissingRightIsCalledThat() {
    assertThatThrownBy(
            () -> NOBODY.answer(failed(new GroupAuthorizationException("g")), "the group g"))
        .hasMessageMatching(
            "Expected to be allowed to use the group g on 127\\.0\\.0\\.1:1, but the brokers"
                + " refused \\(.*\\); grant the right to the user in the client settings\\.");
  }

  @Test
  void whoIsNotLetInIsToldWhy() {
    assertThatThrownBy(
            () -> NOBODY.answer(failed(new SaslAuthenticationException("bad password")), "x"))
        .hasMessage(
            "Expected to be let in by Kafka at 127.0.0.1:1, but the brokers refused the user or"
                + " the password (bad password); correct sasl.jaas.config.");
  }

  @Test
  void whereNobodyListensItIsSaidSo() {
    String expected =
        "Expected Kafka at 127.0.0.1:1, but nothing answered within 1.5 s; nothing takes"
            + " connections there: start the broker, or correct the address.";
    assertThat(NOBODY.failure(new TimeoutException(), "x")).hasMessage(expected);
    assertThat(NOBODY.failure(new org.apache.kafka.common.errors.TimeoutException(), "x"))
        .hasMessage(expected);
  }

  @Test
  void whereSomethingListensThatIsNoTlsTheSettingIsNamed() throws Exception {
    try (FakeBroker plain = new FakeBroker()) {
      assertThat(
              brokers(plain.address(), "security.protocol", "SSL")
                  .failure(new TimeoutException(), "x"))
          .hasMessageEndingWith(
              "what listens there does not speak TLS, and security.protocol is SSL: set it to"
                  + " PLAINTEXT or SASL_PLAINTEXT, or correct the port.");
    }
  }

  @Test
  void whereWhatListensShouldHaveAnsweredTheBrokerIsToBeLookedAt() throws Exception {
    try (ServerSocket deaf = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      Thread closer =
          new Thread(
              () -> {
                try {
                  while (true) {
                    deaf.accept().close();
                  }
                } catch (IOException e) {
                  // The test is over.
                }
              });
      closer.setDaemon(true);
      closer.start();
      assertThat(brokers("127.0.0.1:" + deaf.getLocalPort()).failure(new TimeoutException(), "x"))
          .hasMessageEndingWith(
              "nothing answered within 1.5 s; connections are taken there: see whether the broker"
                  + " is well, and whether security.protocol (PLAINTEXT) and the port are right.");
    }
  }

  @Test
  void theReasonBehindAllOthersIsSaid() {
    assertThat(
            NOBODY.failure(
                new ExecutionException(new IllegalStateException(new RuntimeException("root"))),
                "the topic t"))
        .hasMessageContaining("but they answered: root; mend");
  }

  @Test
  void whoIsInterruptedStaysSo() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> NOBODY.answer(new KafkaFutureImpl<>(), "the topic t"))
        .hasMessage(
            "Expected an answer of the brokers about the topic t, but was interrupted; start"
                + " again.");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void settingsThatDoNotDoAreOneSentence() {
    assertThatThrownBy(() -> brokers("no-port").admin())
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected to connect to Kafka at no-port, but the address or the security settings do"
                + " not do (Invalid url in bootstrap.servers: no-port); correct them.");
    assertThatThrownBy(() -> brokers("no-port").reader())
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected to connect to Kafka at no-port, ");
  }

  @Test
  void aGroupHasComeAsFarAsItCommitted() {
    try (FakeBroker broker = new FakeBroker();
        Admin admin = broker.brokers().admin()) {
      broker.groups.commit("g", "t", 0, 7);
      broker.groups.commit("g", "t", 3, 0);
      assertThat(broker.brokers().committed(admin, "g", true))
          .isEqualTo(Map.of(new TopicPartition("t", 0), 7L, new TopicPartition("t", 3), 0L));
      assertThat(broker.brokers().committed(admin, "unknown", false)).isEmpty();
    }
  }

  @Test
  void aGroupThatIsNotThereHasNoMembers() {
    try (FakeBroker broker = new FakeBroker();
        Admin admin = broker.brokers().admin()) {
      broker.groups.add("busy", 3);
      assertThat(broker.brokers().members(admin, "busy")).isEqualTo(3);
      assertThat(broker.brokers().members(admin, "unknown")).isZero();
      broker.refuse(ApiKeys.DESCRIBE_GROUPS, Errors.GROUP_AUTHORIZATION_FAILED);
      assertThatThrownBy(() -> broker.brokers().members(admin, "busy"))
          .hasMessageStartingWith("Expected to be allowed to use the group busy on ");
    }
  }
}
