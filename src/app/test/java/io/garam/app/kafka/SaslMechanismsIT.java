package io.garam.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.output.TaggingStatistics.Counts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A tagger is let in by SCRAM and by a token over TLS, and told at once why it is not. */
class SaslMechanismsIT {

  @RegisterExtension static final SharedSecuredBroker broker = new SharedSecuredBroker();

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration AT_ONCE = Duration.ofSeconds(20);
  private static final String MODULES = "org.apache.kafka.common.security.";

  @TempDir private Path folder;

  @BeforeEach
  void anybodyOfThemMayDoAll() throws Exception {
    try (Admin admin = broker.admin()) {
      admin
          .alterUserScramCredentials(
              List.of(
                  new UserScramCredentialUpsertion(
                      "scrambled",
                      new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096),
                      "right")))
          .all()
          .get();
      for (String user : List.of("scrambled", "bearer")) {
        AccessRules rules = new AccessRules(admin, user);
        rules.grant(
            Stream.of(ResourceType.TOPIC, ResourceType.GROUP, ResourceType.TRANSACTIONAL_ID)
                .map(type -> rules.literal(type, "*", AclOperation.ALL))
                .toArray(AclBinding[]::new));
      }
    }
  }

  private Map<String, String> settings(String mechanism, String listener, String jaas) {
    Map<String, String> settings = new HashMap<>();
    settings.put("bootstrap.servers", broker.address(listener));
    settings.put("security.protocol", "SASL_SSL");
    settings.put("ssl.truststore.type", "PKCS12");
    settings.put("ssl.truststore.location", broker.certificates().store("good-trust"));
    settings.put("ssl.truststore.password", Certificates.PASSWORD);
    settings.put("sasl.mechanism", mechanism);
    settings.put("sasl.jaas.config", MODULES + jaas);
    settings.put("garam.model", "../../models/korean-intention");
    settings.put("garam.input.topic", listener + "-heard");
    settings.put("garam.output.topic", listener + "-tagged");
    settings.put("garam.dead.letter.topic", listener + "-dead");
    settings.put("application.id", listener + "-tagger");
    settings.put("state.dir", folder.toString());
    return settings;
  }

  private Map<String, String> scram(String user, String password) {
    return settings(
        "SCRAM-SHA-512",
        "SCRAM",
        "scram.ScramLoginModule required username=\"" + user + "\" password=\"" + password + "\";");
  }

  /** Returns the settings of who reads a token from a file. */
  private Map<String, String> token(String token) throws Exception {
    String file = Files.writeString(folder.resolve("token"), token).toUri().toString();
    System.setProperty(
        SharedSecuredBroker.ALLOWED_URLS, broker.tokens().keys().toUri() + "," + file);
    Map<String, String> settings =
        settings("OAUTHBEARER", "OAUTH", "oauthbearer.OAuthBearerLoginModule required;");
    settings.put(
        "sasl.login.callback.handler.class",
        MODULES + "oauthbearer.OAuthBearerLoginCallbackHandler");
    settings.put("sasl.oauthbearer.token.endpoint.url", file);
    return settings;
  }

  private static void assertTags(Map<String, String> settings) throws Exception {
    String input = settings.get("garam.input.topic");
    try (Admin admin = broker.admin();
        KafkaProducer<String, String> producer = broker.producer()) {
      admin
          .createTopics(
              Stream.of("garam.input.topic", "garam.output.topic", "garam.dead.letter.topic")
                  .map(key -> new NewTopic(settings.get(key), 1, (short) 1))
                  .toList())
          .all()
          .get();
      producer.send(new ProducerRecord<>(input, "d", "{\"text\":\"내일 일정 알려줘\"}")).get();
      producer.send(new ProducerRecord<>(input, "d", "no json")).get();
    }
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
      tagger.awaitRunning(PATIENCE);
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (tagger.statistics().counts().deadLetters() == 0 && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      assertThat(tagger.statistics().counts())
          .extracting(Counts::tagged, Counts::deadLetters)
          .containsExactly(1L, 1L);
    }
  }

  private static void assertRefusedAtOnce(Map<String, String> settings, String... words) {
    long start = System.nanoTime();
    assertThatThrownBy(() -> Tagger.start(GaramConfig.of(settings)))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected ")
        .hasMessageContainingAll(words)
        .message()
        .doesNotContain("\n");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
  }

  @Test
  void whoKnowsThePasswordTagsByScram() throws Exception {
    assertTags(scram("scrambled", "right"));
  }

  @Test
  void anUnknownUserAndAWrongPasswordAreRefusedByScram() {
    assertRefusedAtOnce(scram("scrambled", "wrong"), "the user or the password");
    assertRefusedAtOnce(scram("nobody", "right"), "the user or the password");
  }

  @Test
  void whoseTokenIsInAFileTagsByIt() throws Exception {
    assertTags(token(broker.tokens().issue("bearer", Instant.now().plusSeconds(600))));
  }

  @Test
  void aTokenThatDoesNotHoldIsRefused() throws Exception {
    assertRefusedAtOnce(
        token(broker.tokens().issue("bearer", Instant.now().minusSeconds(600))),
        "refused the token",
        "expired");
    Path others = Files.createDirectory(folder.resolve("others"));
    assertRefusedAtOnce(
        token(Tokens.in(others).issue("bearer", Instant.now().plusSeconds(600))),
        "refused the token");
    String good = broker.tokens().issue("bearer", Instant.now().plusSeconds(600));
    assertRefusedAtOnce(token(good.substring(0, good.length() - 20)), "refused the token");
  }

  @Test
  void whatIsNoTokenIsNotEvenSent() throws Exception {
    assertRefusedAtOnce(token("not a token"), "security settings do not do");
    Map<String, String> settings = token("x");
    settings.put("sasl.oauthbearer.token.endpoint.url", folder.resolve("gone").toUri().toString());
    assertRefusedAtOnce(settings, SharedSecuredBroker.ALLOWED_URLS);
  }
}
