package io.garam.streams.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.dialogue.DialogueMemory;
import io.garam.nlu.dialogue.Step;
import io.garam.nlu.dialogue.Turn;
import io.garam.streams.memory.SpeculativeSteps.SpeculativeStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeculativeStepsTest {

  private static final Bytes A = Bytes.wrap("a".getBytes(UTF_8));
  private static final Bytes B = Bytes.wrap("b".getBytes(UTF_8));

  private final Sums model = new Sums();

  /** A model whose state is the sum of what was read, and which fails where it is told to. */
  private static final class Sums implements DialogueModel {
    final List<Integer> runs = new ArrayList<>();
    RuntimeException failure;

    @Override
    public String digest() {
      return "sums";
    }

    @Override
    public DialogueMemory initialState() {
      return new DialogueMemory(0, null, new float[] {0});
    }

    @Override
    public boolean takes(DialogueMemory memory) {
      return memory.state().length == 1;
    }

    @Override
    public List<Step> step(List<Turn> turns) {
      runs.add(turns.size());
      if (failure != null) {
        throw failure;
      }
      return turns.stream().map(Sums::step).toList();
    }

    static Step step(Turn turn) {
      float sum = turn.before().state()[0] + turn.vector()[0];
      return new Step(
          new float[] {sum},
          new DialogueMemory(turn.before().utterances() + 1, turn.speaker(), new float[] {sum}));
    }
  }

  private static float[] vector(float value) {
    return new float[] {value};
  }

  private DialogueMemory nothing(Bytes dialogue) {
    return model.initialState();
  }

  @Test
  void dialoguesAreSteppedThroughTogetherAtTheFirstTurnOfAll() {
    SpeculativeSteps steps = new SpeculativeSteps();
    SpeculativeStep first = steps.add(A, vector(1), null);
    SpeculativeStep second = steps.add(B, vector(10), null);
    SpeculativeStep third = steps.add(A, vector(2), "user");
    Step one = first.from(model.initialState(), this::nothing, model);
    assertThat(model.runs).as("both first utterances, then the second of a").containsExactly(2, 1);
    assertThat(one.logits()).containsExactly(1);
    assertThat(second.from(model.initialState(), this::nothing, model).logits())
        .containsExactly(10);
    assertThat(third.from(one.after(), this::nothing, model).logits()).containsExactly(3);
    assertThat(model.runs).hasSize(2);
  }

  @Test
  void aStepCountsOnlyFromTheMemoryThatItWasTakenFrom() {
    SpeculativeSteps steps = new SpeculativeSteps();
    SpeculativeStep first = steps.add(A, vector(1), null);
    SpeculativeStep second = steps.add(A, vector(2), null);
    var unused = first.from(model.initialState(), this::nothing, model);
    assertThat(second.from(model.initialState(), this::nothing, model))
        .as("the dialogue has ended in between")
        .isNull();
    assertThat(second.from(new DialogueMemory(1, "user", new float[] {1}), this::nothing, model))
        .as("another spoke")
        .isNull();
    assertThat(second.from(new DialogueMemory(2, null, new float[] {1}), this::nothing, model))
        .as("another number of utterances")
        .isNull();
    assertThat(second.from(new DialogueMemory(1, null, new float[] {1}), this::nothing, model))
        .isNotNull();
  }

  @Test
  void zeroAndMinusZeroAreTwoMemories() {
    SpeculativeStep step = new SpeculativeSteps().add(A, vector(1), null);
    assertThat(step.from(new DialogueMemory(0, null, new float[] {-0f}), this::nothing, model))
        .isNull();
    assertThat(step.from(model.initialState(), this::nothing, model)).isNotNull();
  }

  @Test
  void whatBelongsToNoDialogueBeginsAnewEachTime() {
    SpeculativeSteps steps = new SpeculativeSteps();
    SpeculativeStep first = steps.add(null, vector(1), null);
    SpeculativeStep second = steps.add(null, vector(2), null);
    assertThat(first.from(model.initialState(), this::nothing, model).logits()).containsExactly(1);
    assertThat(second.from(model.initialState(), this::nothing, model).logits()).containsExactly(2);
    assertThat(model.runs).containsExactly(2);
  }

  @Test
  void whatIsRememberedIsAskedOnceForEachDialogue() {
    SpeculativeSteps steps = new SpeculativeSteps();
    List<Bytes> asked = new ArrayList<>();
    SpeculativeStep first = steps.add(A, vector(1), null);
    steps.add(B, vector(1), null);
    steps.add(A, vector(1), null);
    DialogueMemory before = new DialogueMemory(5, "x", new float[] {100});
    Step step =
        first.from(
            before,
            dialogue -> {
              asked.add(dialogue);
              return before;
            },
            model);
    assertThat(asked).containsExactlyInAnyOrder(A, B);
    assertThat(step.logits()).containsExactly(101);
  }

  @Test
  void aNetworkThatFailsOnManyIsNotTriedAgainForThem() {
    SpeculativeSteps steps = new SpeculativeSteps();
    SpeculativeStep first = steps.add(A, vector(1), null);
    SpeculativeStep second = steps.add(B, vector(1), null);
    model.failure = new IllegalStateException("no");
    assertThat(first.from(model.initialState(), this::nothing, model)).isNull();
    model.failure = null;
    assertThat(second.from(model.initialState(), this::nothing, model)).isNull();
    assertThat(model.runs).containsExactly(2);
  }

  /** Utterances of some dialogues, of which some end or are left out between two. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverComesBetweenAStepThatCountsIsThatOfPlainStepping(int seed) {
    Random random = new Random(seed);
    Map<Bytes, DialogueMemory> remembered = new HashMap<>();
    int speculative = 0;
    int alone = 0;
    for (int poll = 0; poll < 30; poll++) {
      SpeculativeSteps steps = new SpeculativeSteps();
      List<Bytes> dialogues = new ArrayList<>();
      List<float[]> vectors = new ArrayList<>();
      List<String> speakers = new ArrayList<>();
      List<SpeculativeStep> said = new ArrayList<>();
      for (int i = random.nextInt(12); i >= 0; i--) {
        int number = random.nextInt(5);
        Bytes dialogue = number == 4 ? null : Bytes.wrap(new byte[] {(byte) number});
        dialogues.add(dialogue);
        vectors.add(vector(random.nextFloat()));
        speakers.add(random.nextBoolean() ? "user" : null);
        said.add(
            steps.add(
                dialogue, vectors.get(vectors.size() - 1), speakers.get(speakers.size() - 1)));
      }
      for (int i = 0; i < said.size(); i++) {
        if (random.nextInt(10) == 0) {
          continue;
        }
        Bytes dialogue = dialogues.get(i);
        DialogueMemory before =
            dialogue == null
                ? model.initialState()
                : remembered.getOrDefault(dialogue, model.initialState());
        Step plain = Sums.step(new Turn(vectors.get(i), speakers.get(i), before));
        Step found =
            said.get(i)
                .from(before, one -> remembered.getOrDefault(one, model.initialState()), model);
        if (found == null) {
          alone++;
        } else {
          speculative++;
          assertThat(found.logits()).containsExactly(plain.logits());
          assertThat(found.after().isSameAs(plain.after())).isTrue();
        }
        if (dialogue != null) {
          if (random.nextInt(8) == 0) {
            remembered.remove(dialogue);
          } else {
            remembered.put(dialogue, plain.after());
          }
        }
      }
    }
    assertThat(speculative).as("most premises hold").isGreaterThan(alone);
    assertThat(alone).isPositive();
  }
}
