package io.garam.training.optimizer;

import io.garam.training.checkpoint.Exchange;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019) for a network's dense weights,
 * after clipping their gradient, since recurrent gradients can explode.
 */
public final class ClippedAdamW implements AutoCloseable {

  private static final double LARGEST_NORM = 1;

  private final TensorVector parameters;
  private final AdamW adam;

  /**
   * @param parameters libtorch's own tensors, which the steps change in place
   */
  public ClippedAdamW(TensorVector parameters, AdamSettings settings, double weightDecay) {
    this.parameters = parameters;
    AdamWOptions options = new AdamWOptions();
    // A C++ tuple seen through a pointer: which of the two comes first in memory is the compiler's
    // choice, so that the default values (0.9, 0.999) must tell.
    DoublePointer betas = options.betas();
    int first = betas.get(0) < betas.get(1) ? 0 : 1;
    betas.put(first, settings.beta1());
    betas.put(1 - first, settings.beta2());
    options.eps().put(settings.epsilon());
    options.weight_decay().put(weightDecay);
    this.adam = new AdamW(parameters, options);
  }

  /** Forgets all gradients. */
  public void zeroGradients() {
    adam.zero_grad();
  }

  /** Clips the gradients and moves the parameters. */
  public void step(double learningRate) {
    torch.clip_grad_norm_(parameters, LARGEST_NORM);
    adam.param_groups().get(0).options().set_lr(learningRate);
    adam.step();
  }

  /** Exchanges what the next step depends on beside the parameters. */
  public void exchange(Exchange checkpoint) {
    checkpoint.optimizer("adam", adam);
  }

  /** Frees the moments, which libtorch holds outside the heap: two numbers for each parameter. */
  @Override
  public void close() {
    adam.close();
    parameters.close();
  }
}
