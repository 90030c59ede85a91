package io.garam.streams.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.broker.FakeBroker;
import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.settings.TaggerSettings;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessCheckTest {

  private static final String CHANGELOG = "garam-dialogues-changelog";
  private static final String REPARTITION = "garam-dialogue-repartition";

  private final FakeBroker broker = new FakeBroker();

  @BeforeEach
  void topics() {
    broker.topics.add("utterances", 3);
    broker.topics.add("intents", 1);
    broker.topics.add("utterances-dead-letters", 1);
  }

  @AfterEach
  void close() {
    broker.close();
  }

  private void check(boolean dialogues) {
    check(
        GaramConfig.of(Map.of("garam.model", "m", "bootstrap.servers", broker.address())),
        dialogues);
  }

  private void assertRefused(boolean dialogues, String message) {
    assertThatThrownBy(() -> check(dialogues))
        .isInstanceOf(GaramException.class)
        .hasMessage(message);
  }

  @Test
  void whereTheBrokersDoNotSayWhatIsAllowedNothingIsInTheWay() {
    assertThatCode(() -> check(false)).doesNotThrowAnyException();
  }

  @Test
  void theRightsThatATaggerNeedsAreEnough() {
    broker.topics.grant("utterances", AclOperation.READ, AclOperation.DESCRIBE);
    broker.topics.grant("intents", AclOperation.WRITE);
    broker.topics.grant("utterances-dead-letters", AclOperation.WRITE);
    broker.groups.add("garam", 2);
    broker.groups.grant("garam", AclOperation.READ);
    assertThatCode(() -> check(false)).doesNotThrowAnyException();
  }

  @Test
  void aRightThatIsMissingIsNamedWithThoseThatAreThere() {
    broker.topics.grant("intents", AclOperation.DESCRIBE, AclOperation.READ);
    assertRefused(
        false,
        "Expected the right WRITE to the topic intents on "
            + broker.address()
            + ", but the user in the client settings has only [READ, DESCRIBE]; grant it and start"
            + " again.");
    broker.topics.grant("utterances", AclOperation.WRITE);
    assertThatThrownBy(() -> check(false))
        .as("the input topic is asked about first")
        .hasMessageStartingWith("Expected the right READ to the topic utterances on ");
  }

  @Test
  void theGroupMustBeReadable() {
    broker.groups.add("garam", 0);
    broker.groups.grant("garam", AclOperation.DESCRIBE);
    assertThatThrownBy(() -> check(false))
        .hasMessageStartingWith("Expected the right READ to the group garam on ");
    broker.refuse(ApiKeys.DESCRIBE_GROUPS, Errors.GROUP_AUTHORIZATION_FAILED);
    assertThatThrownBy(() -> check(false))
        .hasMessageStartingWith("Expected to be allowed to use the group garam on ");
  }

  @Test
  void aTopicThatIsGoneMeanwhileIsLeftToKafkaStreams() {
    broker.topics.add("utterances-dead-letters", 1);
    broker.topics.grant("utterances-dead-letters", AclOperation.WRITE);
    try (var admin = broker.brokers().admin()) {
      broker.brokers().answer(admin.deleteTopics(List.of("intents")).all(), "x");
    }
    assertThatCode(() -> check(false)).doesNotThrowAnyException();
  }

  @Test
  void aChangelogThatIsNotThereIsOnlyTriedAndNotCreated() {
    check(true);
    assertThat(broker.requests(ApiKeys.CREATE_TOPICS)).hasSize(1);
    assertThat(broker.topics.names()).doesNotContain(CHANGELOG);
  }

  @Test
  void withoutDialoguesNobodyAsksForTheChangelog() {
    broker.topics.add(CHANGELOG, 7);
    assertThatCode(() -> check(false)).doesNotThrowAnyException();
    assertThat(broker.requests(ApiKeys.CREATE_TOPICS)).isEmpty();
  }

  @Test
  void whoMayNotCreateTheChangelogIsToldWhatItIsFor() {
    broker.refuse(ApiKeys.CREATE_TOPICS, Errors.CLUSTER_AUTHORIZATION_FAILED);
    assertThatThrownBy(() -> check(true))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith(
            "Expected to be allowed to use the topic garam-dialogues-changelog and create it, to"
                + " remember dialogues, on "
                + broker.address());
  }

  @Test
  void aChangelogOfTheInputsPartitionsFits() {
    broker.topics.add(CHANGELOG, 3);
    broker.topics.grant(CHANGELOG, AclOperation.READ, AclOperation.WRITE);
    assertThatCode(() -> check(true)).doesNotThrowAnyException();
  }

  @Test
  void aChangelogOfOtherPartitionsIsRefusedWithWhatToDo() {
    broker.topics.add(CHANGELOG, 4);
    assertRefused(
        true,
        "Expected the topic garam-dialogues-changelog, which keeps what is remembered of dialogues,"
            + " to have as many partitions as the input topic (3), but it has 4; stop all"
            + " instances, delete that topic and start again: all dialogues begin"
            + " anew. Where garam.dialogue.store is rocksdb, delete the folder of the"
            + " application id in state.dir too, on every machine.");
  }

  private void checkRepartitioned() {
    check(
        GaramConfig.of(
            Map.of(
                "garam.model", "m",
                "garam.dialogue.pointer", "/dialogueId",
                "bootstrap.servers", broker.address())),
        false);
  }

  private static void check(GaramConfig config, boolean dialogues) {
    Brokers brokers = new TaggerSettings(config).brokers();
    try (Admin admin = brokers.admin()) {
      new AccessCheck(config, brokers, dialogues).run(admin);
    }
  }

  @Test
  void aRepartitionTopicThatIsNotThereIsOnlyTriedAndNotCreated() {
    checkRepartitioned();
    assertThat(broker.requests(ApiKeys.CREATE_TOPICS)).hasSize(1);
    assertThat(broker.topics.names()).doesNotContain(REPARTITION, CHANGELOG);
    broker.refuse(ApiKeys.CREATE_TOPICS, Errors.CLUSTER_AUTHORIZATION_FAILED);
    assertThatThrownBy(this::checkRepartitioned)
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith(
            "Expected to be allowed to use the topic garam-dialogue-repartition and create it, to"
                + " bring the events of a dialogue together, on ");
  }

  /** Kafka Streams deletes what was read, or the topic would grow for ever. */
  @Test
  void recordsOfTheRepartitionTopicMustBeDeletable() {
    broker.topics.add(REPARTITION, 3);
    broker.topics.grant(REPARTITION, AclOperation.READ, AclOperation.WRITE);
    assertThatThrownBy(this::checkRepartitioned)
        .hasMessageStartingWith(
            "Expected the right DELETE to the topic garam-dialogue-repartition on ");
    broker.topics.grant(REPARTITION, AclOperation.READ, AclOperation.WRITE, AclOperation.DELETE);
    assertThatCode(this::checkRepartitioned).doesNotThrowAnyException();
  }

  @Test
  void aRepartitionTopicOfOtherPartitionsIsRefusedWithWhatToDo() {
    broker.topics.add(REPARTITION, 2);
    assertThatThrownBy(this::checkRepartitioned)
        .hasMessageStartingWith("Expected the topic garam-dialogue-repartition, ")
        .hasMessageContaining("add partitions to it");
  }

  @Test
  void aChangelogThatCanOnlyBeReadIsRefused() {
    broker.topics.add(CHANGELOG, 3);
    broker.topics.grant(CHANGELOG, AclOperation.READ);
    assertThatThrownBy(() -> check(true))
        .hasMessageStartingWith(
            "Expected the right WRITE to the topic garam-dialogues-changelog on ");
  }
}
