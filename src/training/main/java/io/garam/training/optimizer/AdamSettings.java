package io.garam.training.optimizer;

/**
 * Adam settings: what the Adam optimizers share (Kingma and Ba 2015, "Adam: a method for stochastic
 * optimization").
 *
 * @param beta1 the decay of the mean of gradients, per step
 * @param beta2 the decay of the mean of squared gradients, per step
 * @param epsilon what keeps a step finite where gradients vanish
 */
public record AdamSettings(double beta1, double beta2, double epsilon) {

  /** With 0.98 for the squares rather than the usual 0.999: trainings here are short. */
  public static final AdamSettings DEFAULT = new AdamSettings(0.9, 0.98, 1e-8);
}
