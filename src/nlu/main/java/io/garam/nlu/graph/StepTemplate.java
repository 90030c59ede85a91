package io.garam.nlu.graph;

import java.util.List;

/** The nodes that training writes for the dialogue step of a view. */
final class StepTemplate {

  private static final NodeTemplate STEP =
      new NodeTemplate(
          """
          %_speaker = Gather(%_speakers,speaker)
          %_inputs = Add(VECTOR,%_speaker)
          STARTS
          %_moment = Unsqueeze(%_inputs,%_first)
          ENDS = CELL(%_moment,%_input_weight,%_recurrent_weight,%_bias,,BEGINNINGS) SETTINGS
          AFTERS
          %_joined = Concat(%_after0,%_inputs) axis=1
          %_logits = Gemm(%_joined,%_output_weight,%_output_bias) transB=1
          """);

  private StepTemplate() {}

  /**
   * Returns the nodes.
   *
   * @param vector the name of the view's vector
   * @param states the names of where its cell begins
   */
  static List<String> nodes(String name, String vector, List<String> states, Recurrence cell) {
    StringBuilder starts = new StringBuilder();
    StringBuilder beginnings = new StringBuilder();
    StringBuilder afters = new StringBuilder();
    List<String> ends = List.of("%_last_states", "%_last_cell_states").subList(0, states.size());
    for (int i = 0; i < states.size(); i++) {
      starts.append("%_start" + i + " = Unsqueeze(" + states.get(i) + ",%_first)\n");
      beginnings.append((i == 0 ? "" : ",") + "%_start" + i);
      afters.append("%_after" + i + " = Squeeze(" + ends.get(i) + ",%_first)\n");
    }
    return STEP.with("STARTS\n", starts)
        .with("AFTERS\n", afters)
        .with("ENDS", "%_states," + String.join(",", ends))
        .with("BEGINNINGS", beginnings)
        .named(name)
        .with("VECTOR", vector)
        .with(cell)
        .nodes();
  }
}
