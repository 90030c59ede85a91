package io.garam.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class UtteranceGroupsTest {

  private static final Corpus CORPUS =
      new Corpus(
          "groups.tsv",
          null,
          List.of(
              new LabelledUtterance("1", "b", "d2", null),
              new LabelledUtterance("2", "a", null, null),
              new LabelledUtterance("3", "b", "d1", null),
              new LabelledUtterance("4", "a", "d2", null),
              new LabelledUtterance("5", "a", null, null)));

  @Test
  void dialoguesComeInTheOrderOfTheirFirstUtterances() {
    assertThat(texts(UtteranceGroups.dialogues(CORPUS)))
        .as("an utterance of no dialogue is one of its own")
        .containsExactly(List.of("1", "4"), List.of("2"), List.of("3"), List.of("5"));
  }

  @Test
  void theUtterancesOfALabelAreTogether() {
    assertThat(texts(UtteranceGroups.labels(CORPUS)))
        .containsExactly(List.of("1", "3"), List.of("2", "4", "5"));
  }

  private static List<List<String>> texts(List<List<LabelledUtterance>> groups) {
    return groups.stream()
        .map(group -> group.stream().map(LabelledUtterance::text).toList())
        .toList();
  }
}
