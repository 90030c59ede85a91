package io.garam.training.network.layer;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Cross entropy loss with label smoothing.
 *
 * @param labelSmoothing probability taken from the targets and spread over all labels
 */
public record SmoothedCrossEntropy(double labelSmoothing) {

  private static final long MEAN_OVER_BATCH = 1;
  private static final long IGNORE_NO_LABEL = -100;

  /**
   * Returns the mean loss of a batch, in nats.
   *
   * @param logits {@code [utterances, labels]}
   * @param targets the probabilities that the answers shall have, in the same shape
   */
  public Tensor of(Tensor logits, float[] targets) {
    return torch.cross_entropy_loss(
        logits,
        Tensor.create(targets, logits.size(0), logits.size(1)),
        new TensorOptional(),
        MEAN_OVER_BATCH,
        IGNORE_NO_LABEL,
        labelSmoothing);
  }
}
