package io.garam.nlu.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.dialogue.StepBatches.EncodedTurn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class StepBatchesTest {

  private final List<Integer> runs = new ArrayList<>();

  /** A step in which everything counts: h' = 31 h + x, with another factor for another speaker. */
  private List<Step> step(List<Turn> turns) {
    runs.add(turns.size());
    return turns.stream().map(StepBatchesTest::step).toList();
  }

  private static Step step(Turn turn) {
    boolean same = String.valueOf(turn.speaker()).equals(turn.before().speaker());
    float state = (same ? 31 : 37) * turn.before().state()[0] + turn.vector()[0];
    return new Step(
        new float[] {state},
        new DialogueMemory(
            turn.before().utterances() + 1, turn.speaker(), new float[] {state % 1009}));
  }

  private static DialogueMemory initialState(String dialogue) {
    return new DialogueMemory(0, null, new float[] {dialogue.length()});
  }

  private static List<EncodedTurn<String>> conversations(long seed) {
    Random random = new Random(seed);
    List<EncodedTurn<String>> said = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String dialogue = "d".repeat(1 + (int) Math.abs(3 * random.nextGaussian()));
      said.add(new EncodedTurn<>(dialogue, new float[] {i}, random.nextBoolean() ? "A" : "B"));
    }
    return said;
  }

  @Test
  void stepBatchesComeToWhatOneStepAfterTheOtherComesTo() {
    List<EncodedTurn<String>> said = conversations(7);
    Map<String, DialogueMemory> memories = new HashMap<>();
    List<Step> expected = new ArrayList<>();
    for (EncodedTurn<String> one : said) {
      DialogueMemory before =
          memories.computeIfAbsent(one.dialogue(), StepBatchesTest::initialState);
      Step step = step(new Turn(one.vector(), one.speaker(), before));
      memories.put(one.dialogue(), step.after());
      expected.add(step);
    }

    List<Step> steps = StepBatches.step(said, StepBatchesTest::initialState, this::step);

    assertThat(steps).hasSameSizeAs(expected);
    for (int i = 0; i < steps.size(); i++) {
      assertThat(steps.get(i).logits()).containsExactly(expected.get(i).logits());
      assertThat(steps.get(i).after().isSameAs(expected.get(i).after())).isTrue();
    }
  }

  @Test
  void thereAreAsManyRunsAsUtterancesInTheLongestDialogue() {
    List<EncodedTurn<String>> said = conversations(8);
    Map<String, Integer> lengths = new HashMap<>();
    said.forEach(one -> lengths.merge(one.dialogue(), 1, Integer::sum));

    var unused = StepBatches.step(said, StepBatchesTest::initialState, this::step);

    assertThat(runs).hasSize(lengths.values().stream().max(Integer::compare).orElseThrow());
    assertThat(runs.get(0)).isEqualTo(lengths.size());
    assertThat(runs.stream().mapToInt(Integer::intValue).sum()).isEqualTo(said.size());
  }

  @Test
  void nothingSaidIsNoRun() {
    assertThat(
            StepBatches.step(
                List.<EncodedTurn<String>>of(), StepBatchesTest::initialState, this::step))
        .isEmpty();
    assertThat(runs).isEmpty();
  }
}
