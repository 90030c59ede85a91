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
    assertThat(ExplainLimit.isWithin(List.of(said(1_400)))).isTrue();
    assertThat(ExplainLimit.isWithin(List.of(said(1_500)))).isFalse();
    assertThat(ExplainLimit.isWithin(List.of(said(5_000), said(300)))).isTrue();
    assertThat(ExplainLimit.isWithin(List.of(said(300), said(5_000)))).isFalse();
    assertThat(ExplainLimit.isWithin(List.of(said(6_000), said(1)))).isFalse();
    assertThatThrownBy(() -> ExplainLimit.require(List.of(said(1_500))))
        .isInstanceOf(Problem.Refusal.class)
        .hasMessageContaining("of some 1414 characters")
        .hasMessageContaining("but found 1500");
  }

  @Test
  void ofALongDialogueTheLastUtterancesAreTaken() {
    List<Utterance> dialogue =
        Stream.concat(Collections.nCopies(99, said(100)).stream(), Stream.of(said(50))).toList();
    assertThat(ExplainLimit.last(dialogue)).hasSize(60).endsWith(said(50));
  }
}
