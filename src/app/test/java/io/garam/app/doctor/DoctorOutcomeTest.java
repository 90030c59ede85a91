package io.garam.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.nlu.io.Json;
import io.garam.streams.doctor.CheckResult;
import io.garam.streams.doctor.Finding.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DoctorOutcomeTest {

  private static final DoctorOutcome OUTCOME =
      DoctorOutcome.of(
          List.of(
              new CheckResult("natives", Status.OK, "ONNX Runtime 1", 1),
              new CheckResult("memory", Status.WARNING, "little", 2),
              new CheckResult("brokers", Status.FAULT, "nothing answers", 3),
              new CheckResult("topics", Status.SKIPPED, "needs brokers", 0),
              new CheckResult("rights", Status.SKIPPED, "needs brokers", 0)));

  @Test
  void aLineBeginsWithHowItIsInAColumnOfItsOwn() {
    assertThat(OUTCOME.checks().stream().map(DoctorOutcome::line))
        .containsExactly(
            "ok       natives: ONNX Runtime 1",
            "warning  memory: little",
            "fault    brokers: nothing answers",
            "skipped  topics: needs brokers",
            "skipped  rights: needs brokers");
  }

  @Test
  void whatIsNotWellIsCountedByKind() {
    assertThat(OUTCOME.summary()).isEqualTo("Checks: 5, faults: 1, warnings: 1, skipped: 2");
    assertThat(DoctorOutcome.of(List.of()).summary())
        .isEqualTo("Checks: 0, faults: 0, warnings: 0, skipped: 0");
  }

  @Test
  void jsonHasTheCountsBesideTheChecks() {
    JsonNode json = Json.MAPPER.valueToTree(OUTCOME);

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("checks", "faults", "warnings", "skipped");
    assertThat(json.at("/faults").asInt()).isOne();
    assertThat(json.at("/checks/2/message").asText()).isEqualTo("nothing answers");
    assertThat(json.at("/checks/2/milliseconds").asInt()).isEqualTo(3);
  }
}
