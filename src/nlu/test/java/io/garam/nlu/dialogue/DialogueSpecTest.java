package io.garam.nlu.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DialogueSpecTest {

  private static final DialogueSpec NAMED = new DialogueSpec(4, List.of("system", "user"));
  private static final DialogueSpec UNNAMED = new DialogueSpec(4, List.of());

  @Test
  void aDialogueBeginsWithZeros() {
    DialogueMemory initialState = NAMED.initialState();

    assertThat(initialState.utterances()).isZero();
    assertThat(initialState.speaker()).isNull();
    assertThat(initialState.state()).containsExactly(0, 0, 0, 0);
  }

  @Test
  void everyChangeOfEverySpeakerHasARowOfItsOwn() {
    assertThat(NAMED.speakerRows()).isEqualTo(9);
    assertThat(
            Stream.of("system", "user", "guest")
                .flatMap(
                    now ->
                        Stream.of(
                            NAMED.speakerRow(null, now),
                            NAMED.speakerRow(now, now),
                            NAMED.speakerRow("somebody else", now))))
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void withoutNamesOnlyAChangeIsKnown() {
    assertThat(UNNAMED.speakerRows()).isEqualTo(3);
    assertThat(UNNAMED.speakerRow("A", "A")).isEqualTo(UNNAMED.speakerRow("B", "B"));
    assertThat(UNNAMED.speakerRow("A", "B")).isEqualTo(UNNAMED.speakerRow("B", "A"));
    assertThat(UNNAMED.speakerRow("A", "A")).isNotEqualTo(UNNAMED.speakerRow("A", "B"));
  }

  @Test
  void whoIsNotKnownIsNeitherTheSameNorAnother() {
    assertThat(NAMED.speakerRow(null, null)).isZero();
    assertThat(NAMED.speakerRow("user", null)).isZero();
    assertThat(UNNAMED.speakerRow(null, "A")).isZero();
  }
}
