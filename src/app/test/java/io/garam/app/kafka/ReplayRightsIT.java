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

import io.garam.app.CommandRun;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What replay says of a user to whom one right is missing, for each that docs/security.md lists.
 */
class ReplayRightsIT {

  @RegisterExtension static final SharedSecuredBroker broker = new SharedSecuredBroker();

  private static final String MODEL = "../../models/korean-dialogue-act";

  private static CommandRun replay(String user, String... flags) {
    return broker.run(user, "replay", flags);
  }

  @Test
  void eachRightThatIsMissingIsNamedAndThoseOfTheDocsAreEnough() throws Exception {
    try (Admin admin = broker.admin();
        KafkaProducer<String, String> producer = broker.producer()) {
      admin
          .createTopics(
              Stream.of("replayed", "put-right")
                  .map(topic -> new NewTopic(topic, 1, (short) 1))
                  .toList())
          .all()
          .get();
      producer.send(new ProducerRecord<>("replayed", "d", "{\"text\":\"네.\"}")).get();
      producer.send(new ProducerRecord<>("replayed", "d", "no json")).get();
      AccessRules rules = new AccessRules(admin, "replayer");
      List<AclBinding> needed =
          List.of(
              rules.literal(TOPIC, "replayed", READ),
              rules.literal(TOPIC, "put-right", READ),
              rules.literal(TOPIC, "kept", CREATE),
              rules.literal(TOPIC, "kept", WRITE),
              rules.literal(TOPIC, "kept", READ),
              rules.prefixed(TOPIC, "garam-replay-", CREATE),
              rules.prefixed(TOPIC, "garam-replay-", WRITE),
              rules.prefixed(TOPIC, "garam-replay-", READ),
              rules.prefixed(TOPIC, "garam-replay-", DELETE),
              rules.prefixed(GROUP, "garam-replay-", READ),
              rules.prefixed(GROUP, "garam-replay-", DELETE),
              rules.prefixed(TRANSACTIONAL_ID, "garam-replay-", WRITE));
      AclBinding remove = rules.literal(TOPIC, "kept", DELETE);
      rules.grant(remove);
      String[] flags = {
        "--topic",
        "replayed",
        "--model",
        MODEL,
        "--output-topic",
        "kept",
        "--gold-topic",
        "put-right"
      };
      rules.assertEachIsNeeded(needed, () -> replay("replayer", flags));
      rules.revoke(remove);
      admin.deleteTopics(List.of("kept")).all().get();
      CommandRun run = replay("replayer", flags);
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(admin.listTopics().names().get())
          .contains("kept")
          .noneMatch(topic -> topic.startsWith("garam-replay-"));
    }
  }

  @Test
  void whoListsAndDiscardsNeedsNoMoreThanToDescribeAndDelete() throws Exception {
    try (Admin admin = broker.admin();
        KafkaProducer<String, String> producer = broker.producer()) {
      String plan = "garam-replay-left-plan";
      admin.createTopics(List.of(new NewTopic(plan, 1, (short) 1))).all().get();
      producer.send(new ProducerRecord<>(plan, "no plan that can be read")).get();
      AccessRules rules = new AccessRules(admin, "lister");
      AclBinding read = rules.literal(TOPIC, plan, READ);
      AclBinding describe = rules.literal(TOPIC, plan, DESCRIBE);
      rules.grant(describe);
      assertThat(replay("lister", "--list").err()).contains("the right READ", plan);
      rules.grant(read, rules.prefixed(GROUP, "garam-replay-left", DESCRIBE));
      CommandRun list = replay("lister", "--list");
      assertThat(list.exitCode()).as(list.err()).isZero();
      assertThat(list.out()).contains(plan);
      CommandRun refused = replay("lister", "--discard", "left");
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.err()).contains("the right DELETE", plan);
      rules.grant(rules.literal(TOPIC, plan, DELETE));
      assertThat(replay("lister", "--discard", "left").exitCode()).isZero();
      assertThat(admin.listTopics().names().get()).doesNotContain(plan);
    }
  }
}
