package io.garam.nlu.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import io.garam.nlu.dialogue.DialogueMemory;
import io.garam.nlu.dialogue.DialogueSpec;
import io.garam.nlu.dialogue.Step;
import io.garam.nlu.dialogue.Turn;
import io.garam.nlu.graph.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Steps of a network whose logits are vector + speaker and whose state adds the vectors up. */
final class DialogueNetworkTest {

  private static final DialogueSpec SPEC = new DialogueSpec(2, List.of("user"));

  private final DialogueNetwork network = new DialogueNetwork(model("Add"), "a test", SPEC, 0);

  @AfterEach
  void close() {
    network.close();
  }

  private static byte[] model(String operator) {
    return Models.model(
        GraphProto.newBuilder()
            .addInput(Models.value("vector", 1, "batch", 2))
            .addInput(Models.value("speaker", 6, "batch"))
            .addInput(Models.value("state", 1, "batch", 2))
            .addOutput(Models.value("logits", 1, "batch", 2))
            .addOutput(Models.value("next_state", 1, "batch", 2))
            .addInitializer(Models.longs("axis", 1))
            .addNode(Models.node("Cast", List.of("speaker"), "row", Models.attribute("to", 1)))
            .addNode(Models.node("Unsqueeze", List.of("row", "axis"), "column"))
            .addNode(Models.node("Add", List.of("vector", "column"), "logits"))
            .addNode(Models.node(operator, List.of("state", "vector"), "next_state")));
  }

  private static Turn turn(float x, float y, String speaker, DialogueMemory before) {
    return new Turn(new float[] {x, y}, speaker, before);
  }

  @Test
  void aStepRemembersWhoSpokeAndHowManyHave() {
    DialogueMemory first = network.spec().initialState();
    Step one = network.step(List.of(turn(1, 2, "user", first))).get(0);
    Step two = network.step(List.of(turn(10, 20, "user", one.after()))).get(0);
    Step three = network.step(List.of(turn(0, 0, null, two.after()))).get(0);
    Step four = network.step(List.of(turn(0, 0, "guest", two.after()))).get(0);

    // Rows of speakers: 3 for those without a name, 3 for "user"; first, same, other.
    assertThat(one.logits()).containsExactly(1 + 3, 2 + 3);
    assertThat(two.logits()).containsExactly(10 + 4, 20 + 4);
    assertThat(three.logits()).containsExactly(0, 0);
    assertThat(four.logits()).containsExactly(2, 2);
    assertThat(one.after().isSameAs(new DialogueMemory(1, "user", new float[] {1, 2}))).isTrue();
    assertThat(two.after().isSameAs(new DialogueMemory(2, "user", new float[] {11, 22}))).isTrue();
    assertThat(three.after().isSameAs(new DialogueMemory(3, null, new float[] {11, 22}))).isTrue();
  }

  @Test
  void turnsOfOneRunKeepApartAndInTheirOrder() {
    Random random = new Random(6);
    for (int round = 0; round < 50; round++) {
      List<Turn> turns = new ArrayList<>();
      for (int left = random.nextInt(40); left > 0; left--) {
        DialogueMemory before =
            new DialogueMemory(left, "user", new float[] {random.nextInt(99), random.nextInt(99)});
        turns.add(turn(random.nextInt(99), left, "user", before));
      }

      List<Step> steps = network.step(turns);

      assertThat(steps).hasSameSizeAs(turns);
      for (int i = 0; i < steps.size(); i++) {
        float[] vector = turns.get(i).vector();
        float[] state = turns.get(i).before().state();
        assertThat(steps.get(i).logits()).containsExactly(vector[0] + 4, vector[1] + 4);
        assertThat(steps.get(i).after().state())
            .containsExactly(state[0] + vector[0], state[1] + vector[1]);
        assertThat(steps.get(i).after().utterances())
            .isEqualTo(turns.get(i).before().utterances() + 1);
      }
    }
  }

  @Test
  void aStepLeavesWhatItBeganWithAsItWas() {
    DialogueMemory before = new DialogueMemory(1, "user", new float[] {5, 6});
    List<Step> steps = network.step(List.of(turn(1, 1, "user", before)));
    steps.get(0).after().state()[0] = 99;
    assertThat(before.state()).containsExactly(5, 6);
    assertThat(SPEC.initialState().state()).containsExactly(0, 0);
  }

  @Test
  void noTurnsAreNoRun() {
    network.close();
    assertThat(network.step(List.of())).isEmpty();
    assertThatThrownBy(() -> network.step(List.of(turn(1, 1, null, SPEC.initialState()))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the network is closed");
  }

  @Test
  void aStateThatIsNoNumberNeverSpoilsADialogue() {
    try (DialogueNetwork quotient = new DialogueNetwork(model("Div"), "a test", SPEC, 0)) {
      assertThatThrownBy(() -> quotient.step(List.of(turn(0, 1, "user", SPEC.initialState()))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the network's answer holds the number NaN");
      assertThat(quotient.step(List.of(turn(1, 1, "user", SPEC.initialState())))).hasSize(1);
    }
  }

  @Test
  void aStateOfAnotherSizeIsNeverTakenForOne() {
    DialogueMemory other = new DialogueMemory(1, "user", new float[] {1, 2, 3});
    assertThatThrownBy(() -> network.step(List.of(turn(1, 1, "user", other))))
        .isInstanceOf(RuntimeException.class);
    assertThat(network.step(List.of(turn(1, 1, "user", SPEC.initialState())))).hasSize(1);
  }
}
