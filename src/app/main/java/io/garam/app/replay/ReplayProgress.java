package io.garam.app.replay;

import io.garam.app.output.Progress;
import io.garam.streams.replay.ReplayPass;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How far a pass has come, for people: a bar while somebody watches, and a line now and then where
 * nobody does. Offsets are counted, of which some have no record.
 */
final class ReplayProgress implements AutoCloseable {

  private static final Duration PERIOD = Duration.ofSeconds(5);

  private final String task;
  private final PrintWriter err;
  private final Progress bar;
  private final long before;
  private final long start = System.nanoTime();
  private long reported = start;
  private long done;

  /**
   * @param task what is done, a word or two
   * @param now how far it had come when this instance began
   */
  ReplayProgress(String task, ReplayPass.Progress now, PrintWriter err) {
    this.task = task;
    this.err = err;
    this.before = now.done();
    this.bar = Progress.of(task, now.all());
    advance(now);
  }

  void show(ReplayPass.Progress now) {
    advance(now);
    if (!bar.isWatched() && System.nanoTime() - reported > PERIOD.toNanos()) {
      reported = System.nanoTime();
      err.println(line(now));
      err.flush();
    }
  }

  private void advance(ReplayPass.Progress now) {
    bar.advance(now.done() - done);
    done = now.done();
  }

  private String line(ReplayPass.Progress now) {
    double seconds = (double) (System.nanoTime() - start) / TimeUnit.SECONDS.toNanos(1);
    double rate = (now.done() - before) / seconds;
    return String.format(
        Locale.ROOT,
        "%s: %,d of %,d (%.0f %%), %,.0f a second, %s left",
        task,
        now.done(),
        now.all(),
        100.0 * now.done() / now.all(),
        rate,
        rate > 0 ? duration((long) ((now.all() - now.done()) / rate)) : "unknown time");
  }

  private static String duration(long seconds) {
    return seconds < 60
        ? seconds + " s"
        : seconds < 3600
            ? String.format(Locale.ROOT, "%d min %d s", seconds / 60, seconds % 60)
            : String.format(Locale.ROOT, "%d h %d min", seconds / 3600, seconds % 3600 / 60);
  }

  @Override
  public void close() {
    bar.close();
  }
}
