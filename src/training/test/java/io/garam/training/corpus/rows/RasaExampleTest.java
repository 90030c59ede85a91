package io.garam.training.corpus.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RasaExampleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fly to [Seoul](city) | fly to Seoul",
        "[서울](city)에서 [부산](city)까지 | 서울에서 부산까지",
        "to [NY]{\"entity\": \"city\", \"value\": \"New York\"} | to NY",
        "[now][{\"entity\": \"time\"}, {\"entity\": \"haste\"}] please | now please",
        "an [aside] stays | an [aside] stays",
        "a smile :-) stays | a smile :-) stays"
      })
  void marksOfEntitiesLeaveTheirText(String written, String text) {
    assertThat(RasaExample.of(3, written)).isEqualTo(new RasaExample(3, text));
  }
}
