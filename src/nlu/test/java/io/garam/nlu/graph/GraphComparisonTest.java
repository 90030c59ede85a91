package io.garam.nlu.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.dialogue.DialogueSpec;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Graphs written out by hand pass; the same with one line changed do not. */
final class GraphComparisonTest {

  private static final DialogueSpec DIALOGUE = new DialogueSpec(6, List.of());

  private static List<Long> utterance(Written graph, int labels, int rows)
      throws UnexpectedGraphException {
    return UtteranceGraph.requireExpected(graph.graph(), new GraphSizes(labels, 0, 0, rows, null));
  }

  private static void step(Written graph, DialogueSpec dialogue, long... vectors)
      throws UnexpectedGraphException {
    DialogueGraph.requireExpected(
        graph.graph(), Arrays.stream(vectors).boxed().toList(), 2, dialogue);
  }

  @Test
  void theGraphsAsTheyAreWrittenAreLetThrough() throws Exception {
    assertThat(utterance(WrittenGraphs.CHARACTERS, 2, 8)).isEmpty();
    step(WrittenGraphs.STEP, DIALOGUE, 4);
  }

  @Test
  void everyCellOfTheFieldIsLetThroughInItsOwnSizes() throws Exception {
    Written gru = WrittenGraphs.CHARACTERS;
    assertThat(utterance(gru.with("linear_before_reset=1", "linear_before_reset=0"), 2, 8))
        .isEmpty();
    assertThat(
            utterance(
                gru.with("GRU(", "LSTM(")
                    .with(" linear_before_reset=1", "")
                    .with("float[2,9,", "float[2,12,")
                    .with("float[2,18]", "float[2,24]"),
                2,
                8))
        .isEmpty();
    assertThat(
            utterance(
                gru.with("GRU(", "RNN(")
                    .with(" linear_before_reset=1", "")
                    .with("float[2,9,", "float[2,3,")
                    .with("float[2,18]", "float[2,6]"),
                2,
                8))
        .isEmpty();
  }

  @Test
  void oneDirectionHasHalfTheState() throws Exception {
    Written forward =
        WrittenGraphs.CHARACTERS
            .with("bidirectional", "forward")
            .with("float[2,9,", "float[1,9,")
            .with("float[2,18]", "float[1,18]")
            .with("[-1, 6]", "[-1, 3]")
            .with("float[2,12]", "float[2,6]");
    assertThat(utterance(forward, 2, 8)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "to=6                | to=7       | character_time_int = Cast(character_time_long) to=7 in",
        "transB=1            | transB=0   | transB=0 in place of the node character_logits",
        "keepdims=0          | keepdims=1 | keepdims=1 in place of",
        "hidden_size=3       | hidden_size=4 | hidden_size=4 direction=bidirectional",
        "Less(               | Greater(   | Greater(character_steps_column,character_lengths) in",
        "character_vectors = ReduceSum | character_vectors = ReduceMax | ReduceMax(characters_v",
        "int64[2] [1, 3]     | int64[2] [1, 2] | character_mask_axes int64[2] [1, 2] in place of",
        "int32[] [1]         | int32[] [2] | character_one_step int32[] [2] in place of",
        "[-1, 6]             | [-1, 7]    | character_flat int64[2] [-1, 7] in place of",
        "float[2,18]         | float[2,17] | character_bias float[2,17] in place of",
        "int8[9,5]           | int8[8,5]  | characters_bytes int8[8,5] in place of",
        "float[9,1]          | float[9]   | characters_scales float[9] in place of",
        "characters_bytes int8[9,5] | characters_bytes int8[9] | no constant \"characters_bytes\"",
        "float[2,9,3]        | float[18,3] | no recurrent layer that makes character_last_states",
        "float[batch,labels] | float[batch,2] | the output logits float[batch,2] in place of the",
        "character_lengths int32[batch] | character_lengths int64[batch] | int64[batch] in place",
        "GRU(                | Scan(      | the recurrent operator Scan"
      })
  void oneThingThatIsOtherwiseIsNamed(String part, String other, String found) {
    assertThatThrownBy(() -> utterance(WrittenGraphs.CHARACTERS.with(part, other), 2, 8))
        .isInstanceOf(UnexpectedGraphException.class)
        .hasMessageContaining(found);
  }

  @Test
  void anotherModelsSizesAreRefused() {
    assertThatThrownBy(() -> utterance(WrittenGraphs.CHARACTERS, 3, 8))
        .hasMessage(
            "the constant character_output_bias float[2] in place of"
                + " the constant character_output_bias float[3]");
    assertThatThrownBy(() -> utterance(WrittenGraphs.CHARACTERS, 2, 9))
        .hasMessage(
            "the constant characters_bytes int8[9,5] in place of"
                + " the constant characters_bytes int8[10,5]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Add(vector,view0_speaker) | Add(view0_speaker,vector) | Add(view0_speaker,vector) in",
        "view0_start0,view0_start1) | view0_start1,view0_start0) | ,,view0_start1,view0_start0)",
        "int64[1] [0]        | int64[1] [1] | view0_first int64[1] [1] in place of",
        "[3, 3]              | [2, 4]     | state_parts int64[2] [2, 4] in place of",
        "float[3,4]          | float[2,4] | view0_speakers float[2,4] in place of",
        "float[2,7]          | float[2,6] | view0_output_weight float[2,6] in place of",
        "next_state float[batch,state] | after float[batch,state] | the output after float",
        "LSTM(               | GRU(       | a state of 3 numbers in place of 6"
      })
  void aStepThatIsOtherwiseIsNamed(String part, String other, String found) {
    assertThatThrownBy(() -> step(WrittenGraphs.STEP.with(part, other), DIALOGUE, 4))
        .isInstanceOf(UnexpectedGraphException.class)
        .hasMessageContaining(found);
  }

  @Test
  void aStepForOtherSpeakersOrViewsIsRefused() {
    assertThatThrownBy(
            () -> step(WrittenGraphs.STEP, new DialogueSpec(6, List.of("user", "system")), 4))
        .hasMessage(
            "the constant view0_speakers float[3,4] in place of"
                + " the constant view0_speakers float[9,4]");
    assertThatThrownBy(() -> step(WrittenGraphs.STEP, new DialogueSpec(5, List.of()), 4))
        .hasMessage("a state of 6 numbers in place of 5");
    assertThatThrownBy(() -> step(WrittenGraphs.STEP, DIALOGUE, 4, 4))
        .hasMessage("no recurrent layer that makes view1_last_states");
    assertThatThrownBy(() -> step(WrittenGraphs.STEP, DIALOGUE, 5))
        .hasMessageContaining(
            "float[1,12,4] in place of the constant view0_input_weight float[1,12,5]");
  }

  @Test
  void aLineMoreOrLessIsNamedOnBothSides() throws Exception {
    ExpectedGraph expected = new ExpectedGraph();
    expected.input("a", ElementType.FLOAT, "batch");
    expected.node("b = Neg(a)");
    OnnxGraph less = Written.of("a float[batch]", "", "", "").graph();
    OnnxGraph more = Written.of("a float[batch]", "", "b = Neg(a)\nc = Neg(b)", "").graph();

    assertThatThrownBy(() -> expected.requireSame(less))
        .hasMessage("no node more in place of the node b = Neg(a)");
    assertThatThrownBy(() -> expected.requireSame(more))
        .hasMessage("the node c = Neg(b) in place of none more");
    expected.requireSame(Written.of("a float[batch]", "", "b = Neg(a)", "").graph());
  }

  @Test
  void longListsOfNumbersAreWeightsAndOnlyFiniteOnesPass() throws Exception {
    ExpectedGraph expected = new ExpectedGraph();
    expected.weight("w", ElementType.INT32, List.of(9L));
    expected.requireSame(Written.of("", "", "", "w int32[9] [1, 2, 3, 4, 5, 6, 7, 8, 9]").graph());

    ExpectedGraph floats = new ExpectedGraph();
    floats.floats("w", 2L);
    OnnxGraph found = Written.of("", "", "", "w float[2]").graph();
    floats.requireSame(found);
    found.tensors().get("w").raw().order(ByteOrder.LITTLE_ENDIAN).putFloat(4, Float.NaN);
    assertThatThrownBy(() -> floats.requireSame(found))
        .hasMessage("a weight in \"w\" that is not a finite number");
  }
}
