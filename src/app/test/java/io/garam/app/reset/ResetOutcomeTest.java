package io.garam.app.reset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.nlu.io.Json;
import io.garam.streams.reset.ResetPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ResetOutcomeTest {

  private static final ResetPlan WHOLE =
      new ResetPlan(
          "calls",
          new ResetPlan.Group(
              "calls",
              List.of(
                  new ResetPlan.Offset("utterances", 0, 12),
                  new ResetPlan.Offset("utterances", 1, 3_000_000))),
          new ResetPlan.Topic("calls-dialogues-changelog", 2),
          new ResetPlan.Topic("calls-dialogue-repartition", 2),
          new ResetPlan.Folder("/var/lib/garam/calls", 1_234_567));

  @Test
  void allThatIsRemovedIsListed() {
    assertThat(new ResetOutcome(WHOLE, true).text("b:1"))
        .isEqualTo(
            """
            Removed:
              the group calls, which had committed
                utterances-0@12
                utterances-1@3000000
              the topic calls-dialogues-changelog, partitions: 2
              the topic calls-dialogue-repartition, partitions: 2
              the folder /var/lib/garam/calls of this machine, 1,234,567 bytes
            """);
  }

  @Test
  void aDryRunSaysThatNothingIsRemovedYet() {
    assertThat(new ResetOutcome(WHOLE, false).text("b:1")).startsWith("Would remove:\n  the group");
  }

  @Test
  void whatIsNotKeptIsNotListed() {
    ResetPlan.Group fresh = new ResetPlan.Group("calls", List.of());

    assertThat(new ResetOutcome(new ResetPlan("calls", fresh, null, null, null), true).text("b:1"))
        .isEqualTo("Removed:\n  the group calls, which had committed nothing\n");
    assertThat(
            new ResetOutcome(
                    new ResetPlan("calls", null, null, null, new ResetPlan.Folder("/s", 0)), false)
                .text("b:1"))
        .isEqualTo("Would remove:\n  the folder /s of this machine, 0 bytes\n");
  }

  @Test
  void nothingKeptIsOneSentenceWithWhereThatWasLookedFor() {
    assertThat(
            new ResetOutcome(new ResetPlan("calls", null, null, null, null), false).text("b:1,c:2"))
        .isEqualTo(
            "Nothing is kept for calls: no group and no topic of its own on b:1,c:2, no local"
                + " state on this machine.\n");
  }

  @Test
  void jsonIsThePlanAndWhetherItWasDone() {
    JsonNode json = Json.MAPPER.valueToTree(new ResetOutcome(WHOLE, true));

    assertThat(json.at("/applicationId").asText()).isEqualTo("calls");
    assertThat(json.at("/group/offsets/1/offset").asLong()).isEqualTo(3_000_000);
    assertThat(json.at("/changelog/partitions").asInt()).isEqualTo(2);
    assertThat(json.at("/repartition/name").asText()).isEqualTo("calls-dialogue-repartition");
    assertThat(json.at("/stateFolder/bytes").asLong()).isEqualTo(1_234_567);
    assertThat(json.at("/removed").asBoolean()).isTrue();
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "applicationId", "group", "changelog", "repartition", "stateFolder", "removed");
  }
}
