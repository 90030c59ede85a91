package io.garam.app.replay;

import io.garam.app.run.StopSignal;
import io.garam.streams.output.TaggingStatistics;
import io.garam.streams.output.TaggingStatistics.Waits;
import io.garam.streams.replay.Replay;
import io.garam.streams.replay.ReplayPass;
import java.io.PrintWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One run of a replay in this process: its passes one after another, until done or interrupted. */
final class ReplayRun {

  private static final Waits NOT_MEASURED = new Waits(0, 0, 0, 0, 0);
  private static final int FEWEST_POLLS = 20;
  private static final Duration STEP = Duration.ofMillis(200);

  /** Records between two looks at whether somebody wants to stop. */
  private static final int PATIENCE = 1_000;

  private final Replay replay;
  private final StopSignal stop;
  private final PrintWriter err;
  private boolean threadsLeft;
  private int records;

  ReplayRun(Replay replay, StopSignal stop, PrintWriter err) {
    this.replay = replay;
    this.stop = stop;
    this.err = err;
  }

  /** Somebody wants to stop. */
  static final class Interruption extends RuntimeException {
    private Interruption() {
      super(null, null, false, false);
    }
  }

  /**
   * Tags with one model after another.
   *
   * @return how long utterances waited for the first
   * @throws Interruption if somebody wants to stop
   */
  Waits tag(int models) throws InterruptedException {
    @Nullable Waits waits = null;
    for (int number = 0; number < models; number++) {
      String task = number == 0 ? "Replaying" : "Replaying against";
      ReplayPass pass = replay.pass(number);
      try (pass) {
        ReplayPass.Progress now = pass.progress();
        try (ReplayProgress progress = new ReplayProgress(task, now, err)) {
          while (!now.isComplete()) {
            if (stop.await(STEP)) {
              throw new Interruption();
            }
            now = pass.progress();
            progress.show(now);
          }
        }
        waits = waits == null ? waits(pass.statistics()) : waits;
      } finally {
        threadsLeft |= !pass.endedInOrder();
      }
    }
    return waits == null ? NOT_MEASURED : waits;
  }

  /** The waits of a few polls are those of a start, and of no utterance that is tagged live. */
  private static Waits waits(TaggingStatistics statistics) {
    return statistics.counts().batches() < FEWEST_POLLS ? NOT_MEASURED : statistics.waits();
  }

  /**
   * Counts a record that was read after tagging.
   *
   * @throws Interruption if somebody wants to stop
   */
  void recordRead() {
    if (++records % PATIENCE == 0 && stop.isAsked()) {
      throw new Interruption();
    }
  }

  /** Says whether a pass ended with threads that still use its model. */
  boolean hasThreadsLeft() {
    return threadsLeft;
  }
}
