package io.garam.training.optimizer;

import io.garam.training.checkpoint.CheckpointVisitor;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * AdamW optimizer with clipping: Adam with decoupled weight decay (Loshchilov and Hutter 2019) for
 * a network's dense weights, after clipping their gradient, since recurrent gradients can explode.
 * The same operations in the same order as libtorch's own, which shows its moments to nobody but
 * its archives: those would have to be read from a checkpoint as they are, and end the process
 * where they are damaged.
 */
public final class ClippedAdamW implements AutoCloseable {

  private static final double LARGEST_NORM = 1;

  private final TensorVector parameters;
  private final AdamSettings settings;
  private final double weightDecay;
  private final List<Tensor> means = new ArrayList<>();
  private final List<Tensor> squares = new ArrayList<>();
  private final int[] steps;

  /**
   * @param parameters libtorch's own tensors, which the steps change in place
   */
  public ClippedAdamW(TensorVector parameters, AdamSettings settings, double weightDecay) {
    this.parameters = parameters;
    this.settings = settings;
    this.weightDecay = weightDecay;
    this.steps = new int[(int) parameters.size()];
    for (int i = 0; i < steps.length; i++) {
      means.add(torch.zeros_like(parameters.get(i)));
      squares.add(torch.zeros_like(parameters.get(i)));
    }
  }

  /** Forgets all gradients. */
  @SuppressWarnings("try") // The scope is there to free what it sees.
  public void zeroGradients() {
    try (PointerScope scope = new PointerScope()) {
      for (int i = 0; i < steps.length; i++) {
        parameters.get(i).mutable_grad().reset();
      }
    }
  }

  /** Clips the gradients and moves the parameters that have one. */
  @SuppressWarnings("try") // The scope and the guard are there for what they end.
  public void step(double learningRate) {
    torch.clip_grad_norm_(parameters, LARGEST_NORM);
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      for (int i = 0; i < steps.length; i++) {
        Tensor gradient = parameters.get(i).grad();
        if (gradient.defined()) {
          step(i, gradient, learningRate);
        }
      }
    }
  }

  private void step(int i, Tensor gradient, double learningRate) {
    steps[i]++;
    double meanCorrection = 1 - Math.pow(settings.beta1(), steps[i]);
    double squareCorrection = 1 - Math.pow(settings.beta2(), steps[i]);
    Tensor parameter = parameters.get(i);
    parameter.mul_(new Scalar(1 - learningRate * weightDecay));
    means
        .get(i)
        .mul_(new Scalar(settings.beta1()))
        .add_(gradient, new Scalar(1 - settings.beta1()));
    squares
        .get(i)
        .mul_(new Scalar(settings.beta2()))
        .addcmul_(gradient, gradient, new Scalar(1 - settings.beta2()));
    Tensor deviation =
        squares
            .get(i)
            .sqrt()
            .div(new Scalar(Math.sqrt(squareCorrection)))
            .add_(new Scalar(settings.epsilon()));
    parameter.addcdiv_(means.get(i), deviation, new Scalar(-learningRate / meanCorrection));
  }

  /** Exchanges what the next step depends on beside the parameters. */
  public void accept(CheckpointVisitor checkpoint) {
    for (int i = 0; i < steps.length; i++) {
      checkpoint.tensor("mean" + i, means.get(i));
      checkpoint.tensor("square" + i, squares.get(i));
      steps[i] = checkpoint.number("steps" + i, steps[i]);
    }
  }

  /** Frees the moments, which libtorch holds outside the heap: two numbers for each parameter. */
  @Override
  public void close() {
    means.forEach(Tensor::close);
    squares.forEach(Tensor::close);
    parameters.close();
  }
}
