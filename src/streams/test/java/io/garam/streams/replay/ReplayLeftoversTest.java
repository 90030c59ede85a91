package io.garam.streams.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.nlu.Intent.ModelReference;
import io.garam.streams.broker.FakeBroker;
import io.garam.streams.client.GroupMember;
import io.garam.streams.replay.ReplayPlan.Stretch;
import java.util.List;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayLeftoversTest {

  private static final ModelReference MODEL = new ModelReference("act", "1", "0123456789abcdef");

  private final FakeBroker fake = new FakeBroker();
  private final ReplayLeftovers leftovers = new ReplayLeftovers(fake.brokers());

  @AfterEach
  void close() {
    leftovers.close();
    fake.close();
  }

  /** Two passes over 60 offsets, of which the first has come to 50 and the second has not begun. */
  private ReplayPlan interrupted(String id) {
    ReplayPlan plan =
        new ReplayPlan(
            "utterances",
            List.of(new Stretch(0, 10, 50), new Stretch(1, 0, 20)),
            null,
            null,
            List.of(MODEL, MODEL),
            "kept-" + id,
            true,
            1_793_491_200_000L,
            null);
    String name = "garam-replay-" + id;
    fake.topics.add(name + "-plan").append(new String(plan.toJson(), UTF_8), 0);
    List.of("-against-answers", "-dead-letters", "-against-dead-letters")
        .forEach(topic -> fake.topics.add(name + topic));
    fake.topics.add("kept-" + id);
    fake.groups.commit(name, "utterances", 0, 40);
    fake.groups.commit(name, "utterances", 1, 20);
    fake.groups.commit(name + "-against", "utterances", 0, 10);
    return plan;
  }

  @Test
  void eachIsFoundWithHowFarItHasCome() {
    ReplayPlan plan = interrupted("r");
    fake.topics.add("garam-replay-s-answers");
    fake.topics.add("garam-replay-notes");
    fake.topics.add("utterances");
    fake.groups.commit("garam", "utterances", 0, 5);
    assertThat(leftovers.list())
        .containsExactly(
            new ReplayLeftover(
                "r",
                plan,
                50,
                120,
                List.of(),
                List.of(
                    "kept-r",
                    "garam-replay-r-against-answers",
                    "garam-replay-r-dead-letters",
                    "garam-replay-r-against-dead-letters",
                    "garam-replay-r-plan"),
                List.of("garam-replay-r", "garam-replay-r-against")),
            new ReplayLeftover(
                "s", null, 0, 0, List.of(), List.of("garam-replay-s-answers"), List.of()));
  }

  @Test
  void oneIsDiscardedAndNoOther() {
    interrupted("r");
    interrupted("r-2");
    leftovers.discard("r");
    assertThat(fake.topics.names()).noneMatch(name -> name.matches("garam-replay-r(-[^2]|$).*"));
    assertThat(fake.topics.names()).contains("kept-r-2", "garam-replay-r-2-plan").hasSize(5);
    assertThat(fake.topics.names()).doesNotContain("kept-r");
    assertThat(fake.groups.names())
        .containsExactlyInAnyOrder("garam-replay-r-2", "garam-replay-r-2-against");
    assertThat(leftovers.list()).extracting(ReplayLeftover::id).containsExactly("r-2");
  }

  @Test
  void anOutputTopicOfTheUserStays() {
    ReplayPlan plan = interrupted("r");
    ReplayPlan theirs =
        new ReplayPlan(
            plan.topic(), plan.stretches(), null, null, plan.models(), "kept-r", false, 0, null);
    fake.topics.partition("garam-replay-r-plan", 0).append(new String(theirs.toJson(), UTF_8), 1);
    leftovers.discard("r");
    assertThat(fake.topics.names()).containsExactly("kept-r");
  }

  @Test
  void oneThatRunsIsRefusedWithWhoIsAtWork() {
    interrupted("r");
    fake.groups.add("garam-replay-r-against", 1);
    assertThat(leftovers.list().get(0).members()).containsExactly(new GroupMember("c", "h"));
    assertThatThrownBy(() -> leftovers.discard("r"))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected nobody at work on the replay \"r\", but it runs (c at h); stop it first. A"
                + " killed instance counts for 10 s.");
    assertThat(fake.topics.names()).contains("garam-replay-r-plan");
  }

  @Test
  void whatIsNotThereIsASentence() {
    assertThatThrownBy(() -> leftovers.discard("r"))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("but there is nothing of it; `garam replay --list` names those");
    assertThatThrownBy(() -> leftovers.discard("a/b"))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("an id of at most 180");
  }

  @Test
  void aPlanThatCannotBeReadIsNone() {
    fake.topics.add("garam-replay-r-plan").append("no plan", 0);
    assertThat(leftovers.list()).extracting(ReplayLeftover::plan).containsOnlyNulls();
    leftovers.discard("r");
    assertThat(fake.topics.names()).isEmpty();
  }

  @Test
  void aMissingRightIsASentence() {
    interrupted("r");
    fake.refuse(ApiKeys.DELETE_GROUPS, Errors.GROUP_AUTHORIZATION_FAILED);
    assertThatThrownBy(() -> leftovers.discard("r"))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected to be allowed to use the group garam-replay-r on ");
  }
}
