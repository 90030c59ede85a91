package io.garam.app.faults;

/** Fault that strikes a test bed while events pass, and that heals. */
interface Fault {

  /**
   * Begins, and returns when it has had its effect.
   *
   * @param strike counts the strikes of a test bed, from 0
   */
  void strike(TestBed bed, int strike) throws Exception;

  /** Ends what a strike has begun. */
  void heal(TestBed bed, int strike) throws Exception;
}
