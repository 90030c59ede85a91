package io.garam.app.run;

import io.garam.app.output.Notes;
import io.garam.nlu.Thresholds;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.settings.TaggerSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Waits while a tagger works, and prints how it comes along. */
record TaggingLoop(Tagger tagger, StopSignal stop, ProgressLine progress, Notes notes) {

  private static final Duration STEP = Duration.ofMillis(50);
  private static final Duration REPORT_PERIOD = Duration.ofSeconds(10);

  /** Says what is tagged, and returns when the tagger has stopped or is asked to. */
  void run(GaramConfig config) throws InterruptedException {
    if (begins(config)) {
      notes.say(
          String.format(
              Locale.ROOT,
              "Tagging %s -> %s on %s with %s %s (%s%s). Press Ctrl-C to stop.",
              config.inputTopic(),
              config.outputTopic(),
              new TaggerSettings(config).brokers().addresses(),
              tagger.model().name(),
              tagger.model().version(),
              tagger.model().digest(),
              tagger.thresholds().mayAbstain()
                  ? ", unknown below " + shown(tagger.thresholds())
                  : ""));
    }
    long reported = System.nanoTime();
    while (!stop.await(STEP) && !tagger.awaitEnd(Duration.ZERO)) {
      if (System.nanoTime() - reported > REPORT_PERIOD.toNanos()) {
        reported = System.nanoTime();
        progress.next().ifPresent(notes::say);
      }
    }
  }

  /** Returns thresholds to three digits. */
  static Thresholds shown(Thresholds thresholds) {
    Map<String, Double> byLabel = new HashMap<>(thresholds.byLabel());
    byLabel.replaceAll((label, threshold) -> rounded(threshold));
    Double general = thresholds.general();
    return new Thresholds(general == null ? null : Double.valueOf(rounded(general)), byLabel);
  }

  private static double rounded(double threshold) {
    return Math.round(threshold * 1_000) / 1_000.0;
  }

  /** Waits until the tagger has partitions; returns whether it came to that. */
  private boolean begins(GaramConfig config) throws InterruptedException {
    long reported = System.nanoTime();
    while (!tagger.isRunning()) {
      if (stop.await(STEP) || tagger.awaitEnd(Duration.ZERO)) {
        return false;
      }
      if (System.nanoTime() - reported > REPORT_PERIOD.toNanos()) {
        reported = System.nanoTime();
        notes.say(progress.timed(waiting(config)));
      }
    }
    return true;
  }

  /** Returns what to say as long as there are no partitions. */
  static String waiting(GaramConfig config) {
    return "Waiting for partitions; an instance that was killed keeps its own "
        + new TaggerSettings(config)
            .sessionTimeout()
            .map(timeout -> "for " + seconds(timeout) + " s.")
            .orElse("until the brokers end its session.");
  }

  private static String seconds(Duration timeout) {
    return BigDecimal.valueOf(timeout.toMillis(), 3).stripTrailingZeros().toPlainString();
  }
}
