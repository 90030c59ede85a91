package io.garam.nlu.graph;

/** Graphs of the smallest sizes, line by line as docs/model-bundle.md and ONNX describe them. */
final class WrittenGraphs {

  /** Two directions of 3 units over 5-dimensional vectors of 8 rows and padding; 2 labels. */
  static final Written CHARACTERS =
      Written.of(
          """
          characters int32[batch,characters,ngrams_of_character]
          character_lengths int32[batch]
          """,
          "logits float[batch,labels]",
          """
          characters_floats = Cast(characters_bytes) to=1
          characters_table = Mul(characters_floats,characters_scales)
          characters_vectors = Gather(characters_table,characters)
          character_vectors = ReduceSum(characters_vectors,character_ngram_axis) keepdims=0
          character_time_major = Transpose(character_vectors) perm=[1, 0, 2]
          character_states,character_last_states = GRU(character_time_major,character_input_weight,\
          character_recurrent_weight,character_bias,character_lengths) hidden_size=3\
           direction=bidirectional linear_before_reset=1
          character_last_batch_major = Transpose(character_last_states) perm=[1, 0, 2]
          character_last = Reshape(character_last_batch_major,character_flat)
          character_token_shape = Shape(character_vectors)
          character_time_long = Gather(character_token_shape,character_time_axis) axis=0
          character_time_int = Cast(character_time_long) to=6
          character_steps = Range(character_first_step,character_time_int,character_one_step)
          character_steps_column = Unsqueeze(character_steps,character_column)
          character_within = Less(character_steps_column,character_lengths)
          character_mask = Unsqueeze(character_within,character_mask_axes)
          character_masked_states = Where(character_mask,character_states,\
          character_below_all_states)
          character_maxima = ReduceMax(character_masked_states) axes=[0] keepdims=0
          character_maxima_batch_major = Transpose(character_maxima) perm=[1, 0, 2]
          character_maximum = Reshape(character_maxima_batch_major,character_flat_maximum)
          character_features = Concat(character_last,character_maximum) axis=1
          character_logits = Gemm(character_features,character_output_weight,\
          character_output_bias) transB=1
          logits = Mean(character_logits)
          """,
          """
          characters_bytes int8[9,5]
          characters_scales float[9,1]
          character_ngram_axis int64[1] [2]
          character_input_weight float[2,9,5]
          character_recurrent_weight float[2,9,3]
          character_bias float[2,18]
          character_flat int64[2] [-1, 6]
          character_flat_maximum int64[2] [-1, 6]
          character_column int64[1] [1]
          character_mask_axes int64[2] [1, 3]
          character_time_axis int32[] [1]
          character_first_step int32[] [0]
          character_one_step int32[] [1]
          character_below_all_states float[]
          character_output_weight float[2,12]
          character_output_bias float[2]
          """);

  /** An LSTM of 3 units after a vector of 4, for 2 labels and the speakers of nobody's name. */
  static final Written STEP =
      Written.of(
          """
          vector float[batch,vector]
          speaker int32[batch]
          state float[batch,state]
          """,
          """
          logits float[batch,labels]
          next_state float[batch,state]
          """,
          """
          state0,state1 = Split(state,state_parts) axis=1
          view0_speaker = Gather(view0_speakers,speaker)
          view0_inputs = Add(vector,view0_speaker)
          view0_start0 = Unsqueeze(state0,view0_first)
          view0_start1 = Unsqueeze(state1,view0_first)
          view0_moment = Unsqueeze(view0_inputs,view0_first)
          view0_states,view0_last_states,view0_last_cell_states = LSTM(view0_moment,\
          view0_input_weight,view0_recurrent_weight,view0_bias,,view0_start0,view0_start1)\
           hidden_size=3 direction=forward
          view0_after0 = Squeeze(view0_last_states,view0_first)
          view0_after1 = Squeeze(view0_last_cell_states,view0_first)
          view0_joined = Concat(view0_after0,view0_inputs) axis=1
          view0_logits = Gemm(view0_joined,view0_output_weight,view0_output_bias) transB=1
          logits = Mean(view0_logits)
          next_state = Concat(view0_after0,view0_after1) axis=1
          """,
          """
          state_parts int64[2] [3, 3]
          view0_speakers float[3,4]
          view0_first int64[1] [0]
          view0_input_weight float[1,12,4]
          view0_recurrent_weight float[1,12,3]
          view0_bias float[1,24]
          view0_output_weight float[2,7]
          view0_output_bias float[2]
          """);

  private WrittenGraphs() {}
}
