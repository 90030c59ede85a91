package io.garam.app.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jline.utils.OSUtils;
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
    if (!isTerminal()) {
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

  /**
   * Java can tell only whether input and output both are a terminal; JLine asks for each, by the
   * program {@code test}. Of that name there may be another on the path, such as Garam's own.
   */
  private static boolean isTerminal() {
    OSUtils.TEST_COMMAND =
        Stream.of("/usr/bin/test", "/bin/test")
            .filter(program -> Files.isExecutable(Path.of(program)))
            .findFirst()
            .orElse(OSUtils.TEST_COMMAND);
    try {
      return TerminalProvider.load("exec").isSystemStream(SystemStream.Error);
    } catch (IOException e) {
      return false;
    }
  }
}
