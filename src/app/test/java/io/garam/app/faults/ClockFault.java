package io.garam.app.faults;

/**
 * Clock of the day that goes an hour ahead, two hours back, and then right again.
 *
 * @param each how many events are tagged with each of the two wrong times
 */
record ClockFault(int each) implements Fault {

  private static final int HOUR = 3600;

  @Override
  public void strike(TestBed bed, int strike) throws Exception {
    Clock.set(bed.folder(), HOUR);
    bed.progress().await(each);
    bed.progress().awaitCaughtUp();
    Clock.set(bed.folder(), -HOUR);
    bed.progress().await(each);
    bed.progress().awaitCaughtUp();
  }

  @Override
  public void heal(TestBed bed, int strike) throws Exception {
    Clock.set(bed.folder(), 0);
  }
}
