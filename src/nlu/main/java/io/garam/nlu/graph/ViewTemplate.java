package io.garam.nlu.graph;

import java.util.List;

/** The nodes that training writes for the tables and the network of a view. */
final class ViewTemplate {

  private static final NodeTemplate TABLE =
      new NodeTemplate(
          """
          %_floats = Cast(%_bytes) to=1
          %_table = Mul(%_floats,%_scales)
          %_vectors = Gather(%_table,%)
          """);

  private static final String TOKENS =
      """
      ngram_sums = ReduceSum(subwords_vectors,ngram_axis) keepdims=0
      spelled_vectors = Mul(ngram_sums,subword_scales)
      unknown_vectors = Gather(spelled_vectors,unknowns)
      token_vectors = Add(words_vectors,unknown_vectors)
      """;

  private static final String CHARACTERS =
      "character_vectors = ReduceSum(characters_vectors,character_ngram_axis) keepdims=0";

  private static final String VIEW =
      """
      %_time_major = Transpose(TOKENS) perm=[1, 0, 2]
      %_states,%_last_states = CELL(%_time_major,%_input_weight,%_recurrent_weight,%_bias,LENGTHS) SETTINGS
      %_last_batch_major = Transpose(%_last_states) perm=[1, 0, 2]
      %_last = Reshape(%_last_batch_major,%_flat)
      %_token_shape = Shape(TOKENS)
      %_time_long = Gather(%_token_shape,%_time_axis) axis=0
      %_time_int = Cast(%_time_long) to=6
      %_steps = Range(%_first_step,%_time_int,%_one_step)
      %_steps_column = Unsqueeze(%_steps,%_column)
      %_within = Less(%_steps_column,LENGTHS)
      %_mask = Unsqueeze(%_within,%_mask_axes)
      %_masked_states = Where(%_mask,%_states,%_below_all_states)
      %_maxima = ReduceMax(%_masked_states) axes=[0] keepdims=0
      %_maxima_batch_major = Transpose(%_maxima) perm=[1, 0, 2]
      %_maximum = Reshape(%_maxima_batch_major,%_flat_maximum)
      %_features = Concat(%_last,%_maximum) axis=1
      """;

  private static final String LOGITS =
      "%_logits = Gemm(%_features,%_output_weight,%_output_bias) transB=1";

  private static final String VECTOR =
      """
      %_vector_sums = Gemm(%_features,%_vector_weight,%_vector_bias) transB=1
      %_vector = Tanh(%_vector_sums)
      """;

  private ViewTemplate() {}

  static List<String> words() {
    return new NodeTemplate(table("words") + table("subwords") + TOKENS).nodes();
  }

  static List<String> characters() {
    return new NodeTemplate(table("characters") + CHARACTERS).nodes();
  }

  /**
   * Returns the network of a view.
   *
   * @param tokens the name of the vectors that go in
   * @param lengths the name of their numbers
   * @param answersInLogits false where a dialogue step goes on from a vector
   */
  static List<String> view(
      String name, String tokens, String lengths, Recurrence cell, boolean answersInLogits) {
    return new NodeTemplate(VIEW + (answersInLogits ? LOGITS : VECTOR))
        .named(name)
        .with("TOKENS", tokens)
        .with("LENGTHS", lengths)
        .with(cell)
        .nodes();
  }

  private static String table(String name) {
    return TABLE.named(name).text();
  }
}
