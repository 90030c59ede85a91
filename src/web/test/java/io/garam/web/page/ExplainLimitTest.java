package io.garam.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.Utterance;
import io.garam.web.server.Problem;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplainLimitTest {

  private static Utterance said(int characters) {
    return Utterance.alone("a".repeat(characters));
  }

  @Test
  void whatIsReadAgainForEachPartCounts() {
    assertThat(ExplainLimit.isWithin(List.of(said(6_000)))).isTrue();
    assertThat(ExplainLimit.isWithin(List.of(said(6_001)))).isFalse();
    assertThat(ExplainLimit.isWithin(Collections.nCopies(100, said(60)))).isTrue();
    assertThat(ExplainLimit.isWithin(long96())).as("it took 9 s").isFalse();
    assertThatThrownBy(() -> ExplainLimit.require(long96()))
        .isInstanceOf(Problem.Refusal.class)
        .hasMessageStartingWith(
            "Expected at most 6000 characters to explain, and at most 104 in the last of 96"
                + " utterances, but found 5575 and 350;");
  }

  private static List<Utterance> long96() {
    return Stream.concat(Collections.nCopies(95, said(55)).stream(), Stream.of(said(350))).toList();
  }

  @Test
  void ofALongDialogueTheLastUtterancesAreTaken() {
    assertThat(ExplainLimit.last(long96())).hasSize(28).endsWith(said(350));
    assertThat(ExplainLimit.last(Collections.nCopies(100, said(70)))).hasSize(85);
  }
}
