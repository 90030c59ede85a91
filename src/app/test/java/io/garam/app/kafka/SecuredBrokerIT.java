package io.garam.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.Tagger;
import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.output.TaggingStatistics.Counts;
import io.garam.streams.settings.TaggerSettings;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecuredBrokerIT {

  private static Certificates certificates;
  private static SecuredBroker broker;

  @BeforeAll
  static void start(@TempDir Path stores, @TempDir Path data) throws Exception {
    certificates = new Certificates(stores);
    certificates.make("good", "ip:127.0.0.1");
    certificates.make("other", "dns:elsewhere.example");
    certificates.sign("expired", "good", "ip:127.0.0.1", "-startdate", "-9d", "-validity", "2");
    broker = SecuredBroker.start(data, certificates);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

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
      certificates.store(trust)
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

  @Test
  void rightsThatAreMissingAreSaidOneByOneAndThoseOfTheDocsAreEnough() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address("PLAINTEXT")))) {
      admin
          .createTopics(
              List.of("heard", "tagged", "dead").stream()
                  .map(topic -> new NewTopic(topic, 1, (short) 1))
                  .toList())
          .all()
          .get();
      Map<String, String> settings = settings("SASL", sasl("PLAIN", "right"));
      settings.put("garam.model", "../../models/korean-dialogue-act");
      settings.put("garam.input.topic", "heard");
      settings.put("garam.output.topic", "tagged");
      settings.put("garam.dead.letter.topic", "dead");
      settings.put("application.id", "rights");
      settings.put("garam.connect.timeout.ms", "15000");

      grant(admin, ResourceType.TOPIC, "heard", AclOperation.READ);
      grant(admin, ResourceType.TOPIC, "tagged", AclOperation.DESCRIBE);
      grant(admin, ResourceType.TOPIC, "dead", AclOperation.DESCRIBE);
      assertDenied(settings, "the right WRITE to the topic tagged");
      grant(admin, ResourceType.TOPIC, "tagged", AclOperation.WRITE);
      grant(admin, ResourceType.TOPIC, "dead", AclOperation.WRITE);
      assertDenied(settings, "the group rights");
      grant(admin, ResourceType.GROUP, "rights", AclOperation.READ);
      assertDenied(settings, "rights-dialogues-changelog", "to remember dialogues");
      String changelog = "rights-dialogues-changelog";
      for (AclOperation operation :
          List.of(AclOperation.CREATE, AclOperation.READ, AclOperation.WRITE)) {
        grant(admin, ResourceType.TOPIC, changelog, operation);
      }
      assertStopped(settings, "the right WRITE to the transactional ids");
      grantAllIdsOf(admin, "rights");
      assertTags(settings);
    }
  }

  /** What no broker says beforehand stops the tagger with a sentence as soon as it is met. */
  private static void assertStopped(Map<String, String> settings, String... words) {
    assertThatThrownBy(
            () -> {
              try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
                tagger.awaitRunning(Duration.ofSeconds(30));
                tagger.awaitEnd(Duration.ofSeconds(30));
              }
            })
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected ")
        .hasMessageContainingAll(words);
  }

  private static void assertTags(Map<String, String> settings) throws Exception {
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings));
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.address("PLAINTEXT")),
                new StringSerializer(),
                new StringSerializer())) {
      tagger.awaitRunning(Duration.ofSeconds(30));
      producer.send(new ProducerRecord<>("heard", "d", "{\"text\":\"네.\"}")).get();
      producer.send(new ProducerRecord<>("heard", "d", "no json")).get();
      long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (tagger.statistics().counts().deadLetters() == 0 && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      assertThat(tagger.statistics().counts())
          .extracting(Counts::tagged, Counts::deadLetters)
          .containsExactly(1L, 1L);
      assertThat(tagger.health().isReady()).isTrue();
    }
  }

  private static void grantAllIdsOf(Admin admin, String application) throws Exception {
    admin
        .createAcls(
            List.of(
                new AclBinding(
                    new ResourcePattern(
                        ResourceType.TRANSACTIONAL_ID, application, PatternType.PREFIXED),
                    new AccessControlEntry(
                        "User:alice", "*", AclOperation.WRITE, AclPermissionType.ALLOW))))
        .all()
        .get();
  }

  private static void grant(Admin admin, ResourceType type, String name, AclOperation operation)
      throws Exception {
    admin
        .createAcls(
            List.of(
                new AclBinding(
                    new ResourcePattern(type, name, PatternType.LITERAL),
                    new AccessControlEntry("User:alice", "*", operation, AclPermissionType.ALLOW))))
        .all()
        .get();
  }

  private static void assertDenied(Map<String, String> settings, String... words) {
    long start = System.nanoTime();
    assertThatThrownBy(() -> Tagger.start(GaramConfig.of(settings)))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected ")
        .hasMessageContainingAll(words);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
  }
}
