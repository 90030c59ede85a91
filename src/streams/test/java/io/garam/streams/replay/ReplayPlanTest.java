package io.garam.streams.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.nlu.Intent.ModelReference;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.replay.ReplayPlan.Stretch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayPlanTest {

  private static final ModelReference MODEL = new ModelReference("act", "1", "0123456789abcdef");
  private static final ModelReference OTHER = new ModelReference("act", "2", "fedcba9876543210");

  private static ReplayPlan plan(String topic, String from, String to, String output) {
    return new ReplayPlan(
        topic,
        List.of(new Stretch(0, 3, 10), new Stretch(1, 5, 5)),
        from,
        to,
        List.of(MODEL),
        output,
        true,
        1234,
        null);
  }

  private static ReplayRequest request(String topic, String from, String to, String output) {
    return new ReplayRequest(
        "r", topic, from, to, List.of(Path.of("m")), output, List.of(), Map.of());
  }

  private static void assertRefused(ReplayPlan plan, ReplayRequest request, String difference) {
    assertThatThrownBy(() -> new PlanDifference(plan, request, List.of(MODEL)).requireNone())
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected to go on with the replay \"r\" as it was begun, with "
                + difference
                + ", but found other settings; give the same, or begin another with --id.");
  }

  @Test
  void itsRangesAreItsStretchesOfItsTopic() {
    ReplayPlan plan = plan("t", null, null, null);
    assertThat(plan.ranges())
        .containsExactly(
            new OffsetRange(new TopicPartition("t", 0), 3, 10),
            new OffsetRange(new TopicPartition("t", 1), 5, 5));
    assertThat(ReplayPlan.stretches(plan.ranges())).isEqualTo(plan.stretches());
    assertThat(plan.offsets()).isEqualTo(7);
  }

  @Test
  void itComesBackFromItsTopicAsItWas() {
    for (ReplayPlan plan :
        List.of(
            plan("t", null, null, null),
            plan("발화.topic", "0:1,1:9007199254740993", "7d", "answers"))) {
      assertThat(ReplayPlan.fromJson(plan.toJson(), "p")).isEqualTo(plan);
    }
    ReplayPlan far =
        new ReplayPlan(
            "t",
            List.of(new Stretch(Integer.MAX_VALUE, 0, Long.MAX_VALUE)),
            null,
            null,
            List.of(MODEL, OTHER),
            null,
            false,
            Long.MAX_VALUE,
            "0.6");
    assertThat(ReplayPlan.fromJson(far.toJson(), "p")).isEqualTo(far);
    assertThat(far.offsets()).isEqualTo(Long.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{}", "{\"topic\":\"t\",\"stretches\":null}", "\"t\""})
  void whatIsNoPlanIsSaidToBeNone(String json) {
    assertThatThrownBy(() -> ReplayPlan.fromJson(json.getBytes(UTF_8), "p"))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith(
            "Expected the plan of a replay in the topic p, but it cannot be read (")
        .hasMessageEndingWith("); begin anew without --resume and --join.");
  }

  @Test
  void whoGoesOnNeedNotSayAgainWhereItBeganAndEnded() {
    ReplayPlan plan = plan("t", "7d", "1d", "out");
    assertThatCode(
            () ->
                new PlanDifference(plan, request("t", null, null, "out"), List.of(MODEL))
                    .requireNone())
        .doesNotThrowAnyException();
    assertThatCode(
            () ->
                new PlanDifference(plan, request("t", "7d", "1d", "out"), List.of(MODEL))
                    .requireNone())
        .doesNotThrowAnyException();
  }

  @Test
  void anotherRequestIsRefusedByWhatWasBegun() {
    ReplayPlan plan = plan("t", "7d", null, null);
    assertRefused(plan, request("u", null, null, null), "the topic t");
    assertRefused(plan, request("t", null, null, "out"), "the output topic not given");
    assertRefused(plan, request("t", "6d", null, null), "--from 7d");
    assertRefused(plan, request("t", "7d", "1h", null), "--to not given");
    assertThatThrownBy(
            () ->
                new PlanDifference(plan, request("t", null, null, null), List.of(OTHER))
                    .requireNone())
        .hasMessageContaining("with the models [act 1 (0123456789abcdef)], but");
    assertThatThrownBy(
            () ->
                new PlanDifference(plan, request("t", null, null, null), List.of(MODEL, OTHER))
                    .requireNone())
        .as("a second model is another replay")
        .hasMessageContaining("with the models [act 1 (0123456789abcdef)], but");
  }

  /** Every "null" in the sentence was once taken for something that was not given. */
  @Test
  void aTopicWithNullInItsNameKeepsItsName() {
    assertRefused(
        plan("nullable", null, null, null), request("t", null, null, null), "the topic nullable");
    assertRefused(
        plan("t", null, null, "null.answers"),
        request("t", null, null, null),
        "the output topic null.answers");
  }

  @Test
  void itKeepsWhatItWasGivenAndNotTheListsThemselves() {
    List<Stretch> stretches = new ArrayList<>(List.of(new Stretch(0, 0, 1)));
    ReplayPlan plan =
        new ReplayPlan("t", stretches, null, null, List.of(MODEL), null, false, 0, null);
    stretches.clear();
    assertThat(plan.offsets()).isEqualTo(1);
  }

  @Test
  void aPlanOfBeforeThereWereThresholdsIsReadAndWrittenAsItWas() {
    ReplayPlan plan = plan("t", null, null, null);
    String json = new String(plan.toJson(), UTF_8);
    assertThat(json).doesNotContain("threshold");
    assertThat(ReplayPlan.fromJson(json.getBytes(UTF_8), "p").threshold()).isNull();
  }

  @Test
  void whoGoesOnHasTheSameThreshold() {
    ReplayPlan plan = plan("t", null, null, null);
    ReplayRequest other =
        new ReplayRequest(
            "r",
            "t",
            null,
            null,
            List.of(Path.of("m")),
            null,
            List.of(),
            Map.of("garam.threshold", "0.6"));
    assertThatThrownBy(() -> new PlanDifference(plan, other, List.of(MODEL)).requireNone())
        .hasMessageContaining("with --threshold not given, but");
  }
}
