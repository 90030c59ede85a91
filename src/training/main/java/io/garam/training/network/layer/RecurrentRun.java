package io.garam.training.network.layer;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Run of a recurrent layer: what came of it.
 *
 * @param states all hidden states, {@code [batch, time, hidden]}
 * @param ends the last hidden state and, where the cell has one, the last cell state, each {@code
 *     [batch, hidden]}
 */
public record RecurrentRun(Tensor states, List<Tensor> ends) {}
