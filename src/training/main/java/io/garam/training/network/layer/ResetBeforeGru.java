package io.garam.training.network.layer;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The GRU as published (Cho et al. 2014, "Learning phrase representations using RNN
 * encoder-decoder"), for which libtorch has no kernel, as a loop over time. With state h, input x
 * and {@code *} element by element:
 *
 * <pre>
 * r  = sigmoid(W_r x + b_r + U_r h + c_r)
 * z  = sigmoid(W_z x + b_z + U_z h + c_z)
 * n  = tanh(W_n x + b_n + U_n (r * h) + c_n)
 * h' = (1 - z) * n + z * h
 * </pre>
 *
 * @param input W, {@code [3 * hidden, embedding]}: blocks r, z, n
 * @param recurrent U, {@code [3 * hidden, hidden]}
 * @param inputBias b, {@code [3 * hidden]}
 * @param recurrentBias c, {@code [3 * hidden]}
 */
record ResetBeforeGru(Tensor input, Tensor recurrent, Tensor inputBias, Tensor recurrentBias) {

  /**
   * Runs {@code [batch, time, inputs]} to all states {@code [batch, time, hidden]}.
   *
   * @param start {@code [batch, hidden]}
   */
  @SuppressWarnings("try") // Each step's scope is there to free what the step allocates.
  Tensor states(Tensor tokens, Tensor start) {
    long hidden = recurrent.size(1);
    long[] blocks = {2 * hidden, hidden};
    TensorVector transposed = torch.split_with_sizes(recurrent.t(), blocks, 1);
    // What does not wait for a state is one product over all steps. Unbinding cuts it up at once:
    // cut out step by step, its gradient would be a sum of as many tensors of its full size.
    Tensor bias = torch.add(inputBias, recurrentBias);
    Tensor projected = torch.linear(tokens, input, new TensorOptional(bias));
    TensorVector parts = torch.split_with_sizes(projected, blocks, 2);
    TensorVector ofGates = torch.unbind(parts.get(0), 1);
    TensorVector ofCandidate = torch.unbind(parts.get(1), 1);
    TensorVector states = new TensorVector(tokens.size(1));
    Tensor state = start;
    for (long t = 0; t < states.size(); t++) {
      try (PointerScope step = new PointerScope()) {
        Tensor gates = torch.addmm(ofGates.get(t), state, transposed.get(0)).sigmoid_();
        TensorVector resetAndUpdate = torch.chunk(gates, 2, 1);
        Tensor kept = torch.mul(resetAndUpdate.get(0), state);
        Tensor candidate = torch.addmm(ofCandidate.get(t), kept, transposed.get(1)).tanh_();
        states.put(t, torch.lerp(candidate, state, resetAndUpdate.get(1)));
      }
      state = states.get(t);
    }
    return torch.stack(states, 1);
  }
}
