package io.garam.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.event.ReasonCode;
import io.garam.streams.statistics.TaggingCounter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {

  private final TaggingCounter statistics = new TaggingCounter();
  private final ProgressLine progress =
      new ProgressLine(
          statistics, Clock.fixed(Instant.parse("2026-11-26T09:08:07.06Z"), ZoneOffset.ofHours(9)));

  @Test
  void aLineOfCountsHasTheTimeAsTheLogHasIt() {
    assertThat(progress.next()).isEmpty();
    statistics.deadLetter(ReasonCode.NOT_JSON);

    assertThat(progress.next())
        .hasValue(
            "2026-11-26T18:08:07.060+09:00 Tagged 0, dead letters 1; batches 0, the largest 0.");
    assertThat(progress.next()).isEmpty();
  }
}
