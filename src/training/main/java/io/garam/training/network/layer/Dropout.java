package io.garam.training.network.layer;

import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Dropout of numbers: zeros a share of them, and scales up the others to the same expected sum. See
 * Srivastava et al. 2014, "Dropout: a simple way to prevent neural networks from overfitting".
 */
public final class Dropout implements AutoCloseable {

  private final double kept;
  private final Generator generator;

  /**
   * @param share of numbers that are zeroed, 0 to below 1
   * @param seed of the choice until {@link #reseed}
   */
  public Dropout(double share, long seed) {
    this.kept = 1 - share;
    this.generator = torch.make_generator_cpu(seed);
  }

  /** Starts the random choices anew. */
  public void reseed(long seed) {
    generator.set_current_seed(seed);
  }

  /** Returns what is left of values; all of them where nothing is learned. */
  public Tensor of(Tensor values, boolean learning) {
    if (!learning) {
      return values;
    }
    Tensor mask = torch.empty_like(values).bernoulli_(kept, new GeneratorOptional(generator));
    return values.mul(mask.div_(new Scalar((float) kept)));
  }

  @Override
  public void close() {
    generator.close();
  }
}
