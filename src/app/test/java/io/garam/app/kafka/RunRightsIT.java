package io.garam.app.kafka;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.output.TaggingStatistics.Counts;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a tagger says of a user whose rights come one by one. */
class RunRightsIT {

  @RegisterExtension static final SharedSecuredBroker broker = new SharedSecuredBroker();

  private String pointer = "";

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(SecuredBroker.user("runner"));
    settings.put("bootstrap.servers", broker.address("SASL"));
    settings.put("garam.model", "../../models/korean-dialogue-act");
    settings.put("garam.input.topic", "heard");
    settings.put("garam.output.topic", "tagged");
    settings.put("garam.dead.letter.topic", "dead");
    settings.put("application.id", "rights");
    settings.put("garam.dialogue.pointer", pointer);
    settings.put("garam.connect.timeout.ms", "15000");
    return settings;
  }

  @Test
  void rightsThatAreMissingAreSaidOneByOneAndThoseOfTheDocsAreEnough() throws Exception {
    try (Admin admin = broker.admin()) {
      admin
          .createTopics(
              Stream.of("heard", "tagged", "dead")
                  .map(topic -> new NewTopic(topic, 1, (short) 1))
                  .toList())
          .all()
          .get();
      AccessRules rules = new AccessRules(admin, "runner");
      rules.grant(
          rules.literal(TOPIC, "heard", READ),
          rules.literal(TOPIC, "tagged", DESCRIBE),
          rules.literal(TOPIC, "dead", DESCRIBE));
      assertDenied("the right WRITE to the topic tagged");
      rules.grant(rules.literal(TOPIC, "tagged", WRITE), rules.literal(TOPIC, "dead", WRITE));
      assertDenied("the group rights", "the right READ");
      rules.grant(rules.literal(GROUP, "rights", READ));
      assertDenied("rights-dialogues-changelog", "to remember dialogues");
      String changelog = "rights-dialogues-changelog";
      rules.grant(
          rules.literal(TOPIC, changelog, CREATE),
          rules.literal(TOPIC, changelog, READ),
          rules.literal(TOPIC, changelog, WRITE));
      assertDenied("the right WRITE to the transactional ids that begin with rights");
      rules.grant(rules.prefixed(TRANSACTIONAL_ID, "rights", WRITE));
      assertTags();
      pointer = "/call";
      assertDenied("rights-dialogue-repartition", "to bring the events of a dialogue together");
      rules.grant(
          Stream.of(CREATE, READ, WRITE, DELETE)
              .map(right -> rules.literal(TOPIC, "rights-dialogue-repartition", right))
              .toArray(AclBinding[]::new));
      assertTags();
    }
  }

  private void assertTags() throws Exception {
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings()));
        KafkaProducer<String, String> producer = broker.producer()) {
      tagger.awaitRunning(Duration.ofSeconds(30));
      producer.send(new ProducerRecord<>("heard", "d", "{\"text\":\"네.\"}")).get();
      producer.send(new ProducerRecord<>("heard", "d", "no json")).get();
      long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (tagger.statistics().counts().tagged() + tagger.statistics().counts().deadLetters() < 2
          && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      assertThat(tagger.statistics().counts())
          .extracting(Counts::tagged, Counts::deadLetters)
          .containsExactly(1L, 1L);
      assertThat(tagger.health().isReady()).isTrue();
    }
  }

  private void assertDenied(String... words) {
    long start = System.nanoTime();
    assertThatThrownBy(() -> Tagger.start(GaramConfig.of(settings())))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected ")
        .hasMessageContainingAll(words);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
  }
}
