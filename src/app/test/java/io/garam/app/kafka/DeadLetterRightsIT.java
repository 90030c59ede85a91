package io.garam.app.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.CommandRun;
import io.garam.streams.deadletters.DeadLetterHeaders;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What dead-letters says of a user to whom one right is missing, for each that docs/security.md
 * lists.
 */
class DeadLetterRightsIT {

  @RegisterExtension static final SharedSecuredBroker broker = new SharedSecuredBroker();

  private static final String GROUP_NAME = "garam-dead-letters-refused";

  @BeforeAll
  static void topics() throws Exception {
    try (Admin admin = broker.admin()) {
      admin
          .createTopics(
              Stream.of("said", "refused", "refused-2")
                  .map(topic -> new NewTopic(topic, 1, (short) 1))
                  .toList())
          .all()
          .get();
    }
  }

  /** Writes a letter of the event at the beginning of a topic. */
  private static void letter(String topic, String from, String leftOut) throws Exception {
    try (KafkaProducer<String, String> producer = broker.producer()) {
      ProducerRecord<String, String> letter = new ProducerRecord<>(topic, "d", "no json");
      header(letter, DeadLetterHeaders.TOPIC, from);
      header(letter, DeadLetterHeaders.PARTITION, "0");
      header(letter, DeadLetterHeaders.OFFSET, "0");
      header(letter, DeadLetterHeaders.MESSAGE, "It is no JSON.");
      if (!leftOut.isEmpty()) {
        header(letter, DeadLetterHeaders.LEFT_OUT, leftOut);
      }
      producer.send(letter).get();
    }
  }

  private static void header(ProducerRecord<String, String> letter, String key, String value) {
    letter.headers().add(key, value.getBytes(UTF_8));
  }

  private static CommandRun letters(String topic, String... flags) {
    return broker.run(
        "resender",
        "dead-letters",
        Stream.concat(
                Stream.of("--topic", topic, "--config", "garam.input.topic=said"), Stream.of(flags))
            .toArray(String[]::new));
  }

  @Test
  void eachRightThatIsMissingIsNamedAndThoseOfTheDocsAreEnough() throws Exception {
    try (Admin admin = broker.admin();
        KafkaProducer<String, String> producer = broker.producer()) {
      producer.send(new ProducerRecord<>("said", "d", "large")).get();
      letter("refused", "said", "");
      letter("refused", "said", "value");
      AccessRules rules = new AccessRules(admin, "resender");

      AclBinding describe = rules.literal(GROUP, GROUP_NAME, DESCRIBE);
      AclBinding read = rules.literal(TOPIC, "refused", READ);
      rules.assertEachIsNeeded(List.of(read, describe), () -> letters("refused"));
      CommandRun listed = letters("refused");
      assertThat(listed.exitCode()).as(listed.err()).isZero();
      assertThat(listed.out()).contains("It is no JSON.");
      rules.revoke(describe);

      rules.assertEachIsNeeded(
          List.of(
              read,
              rules.literal(TOPIC, "said", WRITE),
              rules.literal(TOPIC, "said", READ),
              rules.literal(GROUP, GROUP_NAME, READ),
              rules.literal(TRANSACTIONAL_ID, GROUP_NAME, WRITE)),
          () -> letters("refused", "--replay"));
      CommandRun sent = letters("refused", "--replay");
      assertThat(sent.exitCode()).as(sent.err()).isZero();
      assertThat(sent.err()).contains("2 ");
    }
  }

  @Test
  void whatIsPutBackNeedsTheRightToWriteItThere() throws Exception {
    letter("refused-2", "elsewhere", "");
    try (Admin admin = broker.admin()) {
      String group = "garam-dead-letters-refused-2";
      AccessRules rules = new AccessRules(admin, "resender");
      rules.grant(
          rules.literal(TOPIC, "refused-2", READ),
          rules.literal(TOPIC, "said", WRITE),
          rules.literal(GROUP, group, READ),
          rules.literal(TRANSACTIONAL_ID, group, WRITE));
      rules.assertEachIsNeeded(
          List.of(rules.literal(TOPIC, "refused-2", WRITE)),
          () -> letters("refused-2", "--replay"));
      CommandRun put = letters("refused-2", "--replay");
      assertThat(put.exitCode()).isEqualTo(1);
      assertThat(put.err()).contains("put back for the next --replay");
    }
  }
}
