package io.garam.app.faults;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Faults of one of two instances of a tagger. */
enum InstanceFault implements Fault {
  /** {@code kill -9}; the other goes on. */
  KILL {
    @Override
    public void strike(TestBed bed, int strike) throws Exception {
      bed.instance(strike).kill();
    }

    @Override
    public void heal(TestBed bed, int strike) throws Exception {
      bed.instance(strike).startAgain();
    }
  },

  /** SIGSTOP until the other has all partitions, beyond the session timeout; then SIGCONT. */
  STOP {
    @Override
    public void strike(TestBed bed, int strike) throws Exception {
      bed.instance(strike).freeze();
      bed.progress().awaitCaughtUp();
    }

    @Override
    public void heal(TestBed bed, int strike) throws Exception {
      bed.instance(strike).thaw();
    }
  },

  /** Every five seconds for two minutes a third instance joins or leaves. */
  JOIN_AND_LEAVE {
    private static final Duration LENGTH = Duration.ofMinutes(2);
    private static final Duration PERIOD = Duration.ofSeconds(5);

    @Override
    public void strike(TestBed bed, int strike) throws Exception {
      long start = System.nanoTime();
      for (long turn = 1; turn < LENGTH.dividedBy(PERIOD); turn += 2) {
        try (Instance guest = bed.guest()) {
          sleepUntil(start + PERIOD.toNanos() * turn);
          guest.terminate();
          sleepUntil(start + PERIOD.toNanos() * (turn + 1));
        }
      }
    }

    private void sleepUntil(long nanos) throws InterruptedException {
      TimeUnit.NANOSECONDS.sleep(nanos - System.nanoTime());
    }

    @Override
    public void heal(TestBed bed, int strike) {
      // The last has left.
    }
  };
}
