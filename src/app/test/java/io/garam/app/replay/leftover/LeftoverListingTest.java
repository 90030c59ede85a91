package io.garam.app.replay.leftover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.replay.leftover.LeftoverListing.Replays;
import io.garam.app.replay.leftover.LeftoverListing.Row;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.io.Json;
import io.garam.streams.client.GroupMember;
import io.garam.streams.replay.ReplayLeftover;
import io.garam.streams.replay.ReplayPlan;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LeftoverListingTest {

  private static final ReplayPlan PLAN =
      new ReplayPlan(
          "utterances",
          List.of(new ReplayPlan.Stretch(0, 0, 12_000)),
          null,
          null,
          List.of(new ModelReference("m", "1", "0123456789abcdef")),
          "again",
          true,
          Instant.parse("2026-11-25T14:30:00Z").toEpochMilli(),
          null);

  private static Row row(ReplayPlan plan, GroupMember... members) {
    return Row.of(
        new ReplayLeftover(
            "calls",
            plan,
            9_000,
            12_000,
            List.of(members),
            List.of("garam-replay-calls-plan", "garam-replay-calls-answers"),
            List.of("garam-replay-calls")));
  }

  @Test
  void aReplayIsALineWithWhatIsItsOwnBelow() {
    assertThat(row(PLAN).text())
        .isEqualTo(
            """
            calls: of utterances, begun 2026-11-25T14:30:00Z, 9,000 of 12,000 offsets done, nobody\
             at work
              topic garam-replay-calls-plan
              topic garam-replay-calls-answers
              group garam-replay-calls
            """);
  }

  @Test
  void whoIsAtWorkIsNamedInOneOrderWhateverTheBrokersSay() {
    Row row =
        row(PLAN, new GroupMember("garam-2", "/10.0.0.7"), new GroupMember("garam-1", "host"));

    assertThat(row.running()).containsExactly("garam-1 at host", "garam-2 at 10.0.0.7");
    assertThat(row.text()).contains(" done, at work: garam-1 at host, garam-2 at 10.0.0.7\n");
  }

  @Test
  void aPlanThatCannotBeReadLeavesTheRestToBeSeenAndRemoved() {
    assertThat(row(null).text())
        .startsWith(
            "calls: without a plan that can be read, nobody at work\n  topic garam-replay-");
  }

  @Test
  void jsonHasNullForWhatOnlyThePlanTells() {
    JsonNode json = Json.MAPPER.valueToTree(new Replays(List.of(row(PLAN), row(null))));

    assertThat(json.at("/replays/0/topic").asText()).isEqualTo("utterances");
    assertThat(json.at("/replays/0/outputTopic").asText()).isEqualTo("again");
    assertThat(json.at("/replays/0/began").asText()).isEqualTo("2026-11-25T14:30:00Z");
    assertThat(json.at("/replays/0/done").asLong()).isEqualTo(9_000);
    for (String field : List.of("topic", "outputTopic", "began")) {
      assertThat(json.at("/replays/1/" + field).isNull()).as(field).isTrue();
    }
    assertThat(json.at("/replays/1/groups/0").asText()).isEqualTo("garam-replay-calls");
  }
}
