package io.garam.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

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

  /** For two minutes a third instance joins, and leaves five seconds later. */
  JOIN_AND_LEAVE {
    private static final Duration LENGTH = Duration.ofMinutes(2);
    private static final Duration STAY = Duration.ofSeconds(5);

    @Override
    public void strike(TestBed bed, int strike) throws Exception {
      long start = System.nanoTime();
      while (System.nanoTime() - start < LENGTH.toNanos()) {
        try (Instance guest = bed.guest()) {
          guest.awaitRunning();
          TimeUnit.NANOSECONDS.sleep(STAY.toNanos());
          assertThat(guest.terminate()).as(guest.log()).isZero();
        }
      }
    }

    @Override
    public void heal(TestBed bed, int strike) {
      // The last has left.
    }
  };
}
