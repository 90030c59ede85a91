package io.garam.nlu.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.dialogue.StepBatches.EncodedTurn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Memories that lead to the same answers, rows of speakers, and how often memory is asked for. */
final class DialogueMemoryTest {

  private static final DialogueMemory MEMORY =
      new DialogueMemory(2, "user", new float[] {1, Float.NaN, 0});

  @Test
  void memoriesAreTheSameWhereEveryBitIs() {
    assertThat(MEMORY.isSameAs(MEMORY)).isTrue();
    assertThat(MEMORY.isSameAs(new DialogueMemory(2, "user", new float[] {1, Float.NaN, 0})))
        .isTrue();
    assertThat(MEMORY.isSameAs(new DialogueMemory(3, "user", MEMORY.state()))).isFalse();
    assertThat(MEMORY.isSameAs(new DialogueMemory(2, "system", MEMORY.state()))).isFalse();
    assertThat(MEMORY.isSameAs(new DialogueMemory(2, null, MEMORY.state()))).isFalse();
    assertThat(new DialogueMemory(2, null, MEMORY.state()).isSameAs(MEMORY)).isFalse();
    assertThat(MEMORY.isSameAs(new DialogueMemory(2, "user", new float[] {1, Float.NaN, -0f})))
        .isFalse();
    assertThat(MEMORY.isSameAs(new DialogueMemory(2, "user", new float[] {1, Float.NaN})))
        .isFalse();
  }

  @Test
  void twoOfUnknownSpeakersMayBeTheSame() {
    assertThat(
            new DialogueMemory(1, null, new float[0])
                .isSameAs(new DialogueMemory(1, null, new float[0])))
        .isTrue();
  }

  /** Rows of docs/dialogue-memory.md: three for everybody else, then three for each name. */
  @ParameterizedTest
  @CsvSource({
    ", , 0",
    "user, , 0",
    ", guest, 0",
    "guest, guest, 1",
    "user, guest, 2",
    ", system, 3",
    "system, system, 4",
    "user, system, 5",
    "guest, system, 5",
    ", user, 6",
    "user, user, 7",
    "system, user, 8",
    "User, user, 8",
    "user, User, 2"
  })
  void rowsOfSpeakersAreWhereTrainingPutThem(String before, String now, int row) {
    DialogueSpec spec = new DialogueSpec(1, List.of("system", "user"));
    assertThat(spec.speakerRow(before, now)).isEqualTo(row).isLessThan(spec.speakerRows());
  }

  @Test
  void speakersAreThoseOfTheMomentWhenItWasMade() {
    List<String> speakers = new ArrayList<>(List.of("user"));
    DialogueSpec spec = new DialogueSpec(1, speakers);
    speakers.add("system");
    assertThat(spec.speakers()).containsExactly("user");
    assertThat(spec.speakerRows()).isEqualTo(6);
  }

  private static List<Step> echo(List<Turn> turns) {
    return turns.stream()
        .map(
            turn ->
                new Step(
                    turn.vector(),
                    new DialogueMemory(
                        turn.before().utterances() + 1, turn.speaker(), turn.vector())))
        .toList();
  }

  @Test
  void memoryIsAskedForOnceForEachDialogueAndOnlyWhereSomethingIsSaid() {
    AtomicInteger asked = new AtomicInteger();
    List<EncodedTurn<String>> said =
        List.of(turn("a", 1), turn("b", 2), turn("a", 3), turn("a", 4), turn("b", 5));

    List<Step> steps =
        StepBatches.step(
            said,
            dialogue -> {
              asked.incrementAndGet();
              return new DialogueMemory(dialogue.equals("a") ? 10 : 20, null, new float[1]);
            },
            DialogueMemoryTest::echo);

    assertThat(asked).hasValue(2);
    assertThat(steps)
        .extracting(step -> step.after().utterances())
        .containsExactly(11, 21, 12, 13, 22);
    assertThat(steps).extracting(step -> (int) step.logits()[0]).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void aRunThatFailsEndsAllOfThemAndIsNotTriedAgain() {
    AtomicInteger runs = new AtomicInteger();
    assertThatThrownBy(
            () ->
                StepBatches.step(
                    List.of(turn("a", 1), turn("a", 2), turn("a", 3)),
                    dialogue -> new DialogueMemory(0, null, new float[1]),
                    turns -> {
                      if (runs.incrementAndGet() == 2) {
                        throw new IllegalStateException("the network is closed");
                      }
                      return echo(turns);
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the network is closed");
    assertThat(runs).hasValue(2);
  }

  private static EncodedTurn<String> turn(String dialogue, float vector) {
    return new EncodedTurn<>(dialogue, new float[] {vector}, null);
  }
}
