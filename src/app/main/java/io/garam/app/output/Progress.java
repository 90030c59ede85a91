package io.garam.app.output;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Progress bar on the standard error stream while somebody watches it, and nothing where it goes to
 * a file or another program.
 */
public final class Progress implements AutoCloseable {

  private final @Nullable ProgressBar bar;

  private Progress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  /**
   * Starts a task.
   *
   * @param task what is being done, a word or two
   * @param total how many steps it has
   */
  public static Progress of(String task, long total) {
    if (!Terminal.isError()) {
      return new Progress(null);
    }
    return new Progress(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setConsumer(new ConsoleProgressBarConsumer(System.err))
            .clearDisplayOnFinish()
            .showSpeed()
            .build());
  }

  /** Says that so many further steps are done. */
  public void advance(long steps) {
    if (bar != null) {
      bar.stepBy(steps);
    }
  }

  /** Says whether somebody watches, and so sees the bar. */
  public boolean isWatched() {
    return bar != null;
  }

  /** Takes the bar from the screen. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
