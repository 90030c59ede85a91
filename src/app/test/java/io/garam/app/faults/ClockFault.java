package io.garam.app.faults;

/** Clock of the day that goes an hour ahead, two hours back, and then right again. */
record ClockFault() implements Fault {

  private static final int HOUR = 3600;

  @Override
  public void strike(TestBed bed, int strike) throws Exception {
    Clock.set(bed.folder(), HOUR);
    bed.progress().awaitCaughtUp();
    Clock.set(bed.folder(), -HOUR);
    bed.progress().awaitCaughtUp();
  }

  @Override
  public void heal(TestBed bed, int strike) throws Exception {
    Clock.set(bed.folder(), 0);
  }
}
