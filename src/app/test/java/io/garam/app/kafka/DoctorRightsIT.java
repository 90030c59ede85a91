package io.garam.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.CommandRun;
import io.garam.nlu.io.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What doctor and reset say of a user whose rights come one by one. */
class DoctorRightsIT {

  @RegisterExtension static final SharedSecuredBroker broker = new SharedSecuredBroker();

  private static void grant(
      AccessRules rules,
      ResourceType type,
      String name,
      PatternType pattern,
      AclOperation operation)
      throws Exception {
    rules.grant(
        pattern == PatternType.PREFIXED
            ? rules.prefixed(type, name, operation)
            : rules.literal(type, name, operation));
  }

  private CommandRun garam(String command, String... more) {
    return broker.run("examined", command, more);
  }

  private Map<String, String> findings() throws Exception {
    CommandRun run = garam("doctor", "--model", "../../models/korean-dialogue-act", "--json");
    Map<String, String> findings = new HashMap<>();
    for (JsonNode check : Json.MAPPER.readTree(run.out()).get("checks")) {
      findings.put(
          check.get("check").textValue(),
          check.get("status").textValue() + " " + check.get("message").textValue());
    }
    return findings;
  }

  @Test
  void eachMissingRightIsNamedUntilNoneIsMissing() throws Exception {
    try (Admin admin = broker.admin()) {
      AccessRules rules = new AccessRules(admin, "examined");
      List<String> topics = List.of("utterances", "intents", "utterances-dead-letters");
      admin
          .createTopics(topics.stream().map(name -> new NewTopic(name, 1, (short) 1)).toList())
          .all()
          .get();
      Map<String, String> none = findings();
      assertThat(none.get("brokers")).startsWith("OK ");
      assertThat(none.get("topics")).startsWith("FAULT Expected to be allowed to use the topic ");
      assertThat(none.get("rights to the topic intents")).startsWith("FAULT ");
      assertThat(none.get("rights to the group garam")).startsWith("FAULT ");
      assertThat(none.get("topics of its own")).startsWith("SKIPPED no right to create topics");
      assertThat(none.get("transactions"))
          .startsWith("FAULT Expected to be allowed to use the transactional id garam-doctor-");
      assertThat(garam("reset", "--dry-run").err()).contains("Expected to be allowed to use the");

      PatternType literal = PatternType.LITERAL;
      for (String topic : topics) {
        grant(rules, ResourceType.TOPIC, topic, literal, AclOperation.DESCRIBE);
      }
      Map<String, String> described = findings();
      assertThat(described.get("topics")).startsWith("OK ");
      assertThat(described.get("message sizes")).startsWith("WARNING Expected to be allowed");
      assertThat(described.get("rights to the topic utterances"))
          .startsWith("FAULT Expected the right READ to the topic utterances");
      assertThat(described.get("rights to the topic intents"))
          .startsWith("FAULT Expected the right WRITE to the topic intents");

      grant(rules, ResourceType.TOPIC, "utterances", literal, AclOperation.READ);
      for (String topic : topics) {
        grant(rules, ResourceType.TOPIC, topic, literal, AclOperation.DESCRIBE_CONFIGS);
        grant(rules, ResourceType.TOPIC, topic, literal, AclOperation.WRITE);
      }
      PatternType prefixed = PatternType.PREFIXED;
      grant(rules, ResourceType.GROUP, "garam", literal, AclOperation.READ);
      grant(rules, ResourceType.TRANSACTIONAL_ID, "garam", prefixed, AclOperation.WRITE);
      assertThat(findings().get("rights to the changelog"))
          .startsWith("FAULT ")
          .contains("garam-dialogues-changelog", "to remember dialogues");
      for (AclOperation operation :
          List.of(AclOperation.CREATE, AclOperation.READ, AclOperation.WRITE)) {
        grant(rules, ResourceType.TOPIC, "garam-dialogues-changelog", literal, operation);
      }
      Map<String, String> tagger = findings();
      assertThat(tagger)
          .as("all that a tagger needs, and no more")
          .allSatisfy((check, found) -> assertThat(found).as(check).doesNotStartWith("FAULT"));
      assertThat(tagger.get("transactions")).startsWith("OK one was begun and aborted, without");

      for (AclOperation operation :
          List.of(
              AclOperation.CREATE,
              AclOperation.READ,
              AclOperation.WRITE,
              AclOperation.DELETE,
              AclOperation.DESCRIBE_CONFIGS)) {
        grant(rules, ResourceType.TOPIC, "garam-doctor-", prefixed, operation);
      }
      grant(rules, ResourceType.GROUP, "garam-doctor-", prefixed, AclOperation.READ);
      grant(rules, ResourceType.GROUP, "garam-doctor-", prefixed, AclOperation.DELETE);
      Map<String, String> all = findings();
      assertThat(all.get("round trip")).startsWith("OK an event was tagged as ");
      assertThat(all.get("clocks")).startsWith("OK ");
      assertThat(admin.listTopics().names().get())
          .noneMatch(name -> name.startsWith("garam-doctor-"));

      admin
          .createTopics(List.of(new NewTopic("garam-dialogues-changelog", 1, (short) 1)))
          .all()
          .get();
      CommandRun reset = garam("reset", "--force");
      assertThat(reset.exitCode()).isEqualTo(1);
      assertThat(reset.err())
          .contains("Expected the right DELETE to the topic garam-dialogues-changelog");
      grant(rules, ResourceType.TOPIC, "garam-dialogues-changelog", literal, AclOperation.DELETE);
      CommandRun done = garam("reset", "--force");
      assertThat(done.exitCode()).as(done.err()).isZero();
      assertThat(admin.listTopics().names().get()).doesNotContain("garam-dialogues-changelog");
    }
  }
}
