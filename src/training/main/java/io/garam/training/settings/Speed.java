package io.garam.training.settings;

/** Speed of a model: what accuracy may be given for it. */
public enum Speed {
  /** As fast as can be: one point in two hundred of the accuracy may be lost. */
  FAST(0.005),
  /** A cascade that loses nothing beyond chance: half a per mille of the accuracy. */
  BALANCED(0.0005),
  /** Wide layers, and all of each utterance is always read. */
  ACCURATE(0);

  private final double lost;

  Speed(double lost) {
    this.lost = lost;
  }

  /** Says whether characters are read of those utterances alone that words leave in doubt. */
  public boolean cascades() {
    return lost > 0;
  }

  /** Returns the share of right answers that a cascade may lose. */
  public double lost() {
    return lost;
  }
}
