package io.garam.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.settings.TaggerSettings;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is not let in by a broker with TLS and SASL is told why, in a sentence. */
class SecuredBrokerIT {

  @RegisterExtension static final SharedSecuredBroker broker = new SharedSecuredBroker();

  private static Map<String, String> settings(String listener, String... more) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "bootstrap.servers", broker.address(listener),
                "garam.model", "none",
                "garam.connect.timeout.ms", "4000"));
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  private static String[] tls(String trust, String... more) {
    String[] settings = {
      "security.protocol",
      "SSL",
      "ssl.truststore.type",
      "PKCS12",
      "ssl.truststore.password",
      Certificates.PASSWORD,
      "ssl.truststore.location",
      broker.certificates().store(trust)
    };
    String[] all = Arrays.copyOf(settings, settings.length + more.length);
    System.arraycopy(more, 0, all, settings.length, more.length);
    return all;
  }

  private static String[] sasl(String mechanism, String password) {
    String module = mechanism.equals("PLAIN") ? "plain.PlainLoginModule" : "scram.ScramLoginModule";
    return new String[] {
      "security.protocol",
      "SASL_PLAINTEXT",
      "sasl.mechanism",
      mechanism,
      "sasl.jaas.config",
      "org.apache.kafka.common.security."
          + module
          + " required username=\"alice\" password=\""
          + password
          + "\";"
    };
  }

  private static Set<String> topics(Map<String, String> settings) {
    Brokers brokers = new TaggerSettings(GaramConfig.of(settings)).brokers();
    try (Admin admin = brokers.admin()) {
      return brokers.answer(admin.listTopics().names(), "the topics");
    }
  }

  private static void assertRefused(Map<String, String> settings, String... words) {
    assertThatThrownBy(() -> topics(settings))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected ")
        .hasMessageContainingAll(words)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void whatIsRightIsLetIn() {
    assertThat(topics(settings("GOOD", tls("good-trust")))).isNotNull();
    assertThat(topics(settings("SASL", sasl("PLAIN", "right")))).isNotNull();
  }

  @Test
  void aCertificateOfAnUnknownAuthorityIsNotCalledCredentials() {
    assertRefused(
        settings("GOOD", tls("other-trust")), "signed by nobody", "ssl.truststore.location");
  }

  @Test
  void anExpiredCertificateIsCalledThat() {
    assertRefused(settings("EXPIRED", tls("good-trust")), "certificate has expired", "renew it");
  }

  @Test
  void aCertificateForAnotherHostIsCalledThat() {
    assertRefused(settings("OTHER", tls("other-trust")), "is for another host name");
  }

  @Test
  void aClientWithoutTlsAtAListenerWithItIsToldSo() {
    assertRefused(
        settings("GOOD"), "speaks TLS, and security.protocol is PLAINTEXT: set it to SSL");
  }

  @Test
  void aClientWithTlsAtAListenerWithoutItIsToldSo() {
    assertRefused(settings("PLAINTEXT", tls("good-trust")), "security.protocol is SSL");
    assertRefused(settings("PLAINTEXT", tls("good-trust")), "does not speak TLS");
  }

  @Test
  void aWrongPasswordIsCalledThat() {
    assertRefused(settings("SASL", sasl("PLAIN", "wrong")), "the user or the password");
  }

  @Test
  void anotherSaslMechanismIsCalledThat() {
    assertRefused(
        settings("SASL", sasl("SCRAM-SHA-256", "right")), "do not offer this SASL mechanism");
  }

  @Test
  void saslWhereThereIsNoneIsCalledThat() {
    assertRefused(
        settings("PLAINTEXT", sasl("PLAIN", "right")), "does not take SASL", "security.protocol");
  }

  @Test
  void whatListensButIsNoKafkaIsNotCalledAbsent() throws Exception {
    try (ServerSocket deaf = new ServerSocket(0)) {
      assertRefused(
          settings("GOOD", "bootstrap.servers", "127.0.0.1:" + deaf.getLocalPort()),
          "nothing answered within 4.0 s; connections are taken there");
    }
    assertRefused(
        settings("GOOD", "bootstrap.servers", "127.0.0.1:1"), "nothing takes connections there");
  }
}
