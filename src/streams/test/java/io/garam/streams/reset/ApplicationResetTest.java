package io.garam.streams.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.broker.FakeBroker;
import io.garam.streams.config.GaramConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationResetTest {

  private static final String CHANGELOG = "garam-dialogues-changelog";
  private static final String REPARTITION = "garam-dialogue-repartition";

  private final FakeBroker broker = new FakeBroker();
  @TempDir private Path states;

  @BeforeEach
  void twoApplicationsOfWhichOneBeginsWithTheOther() throws Exception {
    for (String id : List.of("garam", "garam-2")) {
      broker.topics.add(id + "-dialogues-changelog", 2);
      broker.topics.add(id + "-dialogue-repartition", 2);
      broker.groups.commit(id, "utterances", 1, 7);
      broker.groups.commit(id, "utterances", 0, 3);
      Files.createDirectories(states.resolve(id).resolve("0_0"));
    }
    List.of("utterances", "intents", "utterances-dead-letters", "garam-repartition")
        .forEach(broker.topics::add);
  }

  @AfterEach
  void close() {
    broker.close();
  }

  private ApplicationReset reset(String... more) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "bootstrap.servers",
                broker.address(),
                "garam.model",
                "none",
                "state.dir",
                states.toString()));
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return new ApplicationReset(GaramConfig.of(settings));
  }

  private static void assertRefused(ApplicationReset reset, String... words) {
    assertThatThrownBy(reset::plan)
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected ")
        .hasMessageContainingAll(words);
  }

  @Test
  void thePlanNamesAllThatIsThereAndChangesNothing() {
    assertThat(reset().plan())
        .isEqualTo(
            new ResetPlan(
                "garam",
                new ResetPlan.Group(
                    "garam",
                    List.of(
                        new ResetPlan.Offset("utterances", 0, 3),
                        new ResetPlan.Offset("utterances", 1, 7))),
                new ResetPlan.Topic(CHANGELOG, 2),
                new ResetPlan.Topic(REPARTITION, 2),
                new ResetPlan.Folder(states.resolve("garam").toString(), 0)));
    assertThat(broker.topics.names()).hasSize(8);
    assertThat(broker.groups.names()).containsExactlyInAnyOrder("garam", "garam-2");
    assertThat(states.resolve("garam")).exists();
  }

  @Test
  void whatIsOfTheApplicationGoesAndNothingElse() {
    ApplicationReset reset = reset();
    reset.run(reset.plan());
    assertThat(broker.groups.names()).containsExactly("garam-2");
    assertThat(broker.topics.names())
        .containsExactlyInAnyOrder(
            "garam-2-dialogues-changelog",
            "garam-2-dialogue-repartition",
            "utterances",
            "intents",
            "utterances-dead-letters",
            "garam-repartition");
    assertThat(states.resolve("garam")).doesNotExist();
    assertThat(states.resolve("garam-2")).exists();
    assertThat(reset.plan().isEmpty()).isTrue();
    reset.run(reset.plan());
  }

  @Test
  void whoIsAtWorkIsNamed() {
    broker.groups.add("garam", 2);
    assertRefused(
        reset(),
        "all instances of garam to be stopped, but 2 of their threads are at work (c at h, c at h);"
            + " stop them first.");
  }

  @Test
  void aTopicOfEventsIsNeverDeleted() {
    for (String key :
        List.of("garam.input.topic", "garam.output.topic", "garam.dead.letter.topic")) {
      assertRefused(reset(key, CHANGELOG), "but the settings name it for events");
    }
    assertThat(broker.topics.names()).contains(CHANGELOG);
  }

  @Test
  void aMissingRightIsSaidBeforeAnythingIsRemoved() {
    broker.topics.grant(CHANGELOG, AclOperation.READ, AclOperation.WRITE, AclOperation.DESCRIBE);
    assertRefused(reset(), "the right DELETE to the topic " + CHANGELOG);
    broker.groups.grant("garam", AclOperation.READ, AclOperation.DESCRIBE);
    assertRefused(reset(), "the right DELETE to the group garam");
  }

  @Test
  void aRefusalThatWasNotForeseenIsASentence() {
    ApplicationReset reset = reset();
    ResetPlan plan = reset.plan();
    broker.refuse(ApiKeys.DELETE_GROUPS, Errors.NON_EMPTY_GROUP);
    assertThatThrownBy(() -> reset.run(plan))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("the group garam");
    assertThat(broker.topics.names()).contains(CHANGELOG);
    assertThat(states.resolve("garam")).exists();
  }

  /** A group may have letters in its name that no topic has, and so no changelog. */
  @Test
  void anIdThatNoTopicCanHaveInItsNameIsForgottenToo() {
    broker.groups.commit("a b", "utterances", 0, 3);
    ApplicationReset reset = reset("application.id", "a b");
    ResetPlan plan = reset.plan();
    assertThat(plan.changelog()).isNull();
    reset.run(plan);
    assertThat(broker.groups.names()).doesNotContain("a b");
  }
}
