package io.garam.training.network.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Linear layer in libtorch: {@code y = A x + a}.
 *
 * @param weight A, {@code [outputs, inputs]}
 * @param bias a, {@code [outputs]}
 */
public record LinearLayer(Tensor weight, Tensor bias) {

  /** Makes a layer whose first numbers are at most the inverse root of its inputs. */
  public static LinearLayer of(int inputs, int outputs, Parameters parameters) {
    double bound = 1 / Math.sqrt(inputs);
    return new LinearLayer(
        parameters.uniform(bound, outputs, inputs), parameters.uniform(bound, outputs));
  }

  /** Returns y of each row, {@code [rows, outputs]}. */
  public Tensor forward(Tensor rows) {
    return torch.linear(rows, weight, new TensorOptional(bias));
  }
}
