package io.garam.app.train;

import io.garam.app.output.ShellCommand;
import java.util.Locale;

/** Summary of a training: its {@link TrainReport} for a terminal. */
final class TrainSummary {

  private TrainSummary() {}

  /** Returns lines: the model, its figures, and a command to try it with. */
  static String of(TrainReport report) {
    return String.format(
        Locale.ROOT,
        """
        Model      %s %s (%s), %d labels, %.1f MB
        Learned    %,d utterances in %.0f s
        Validation accuracy %.4f, macro-F1 %.4f, calibration error %.4f on %,d utterances%s
        Export     logits within %.0e of libtorch's
        Cost       %.1f µs of processor time to tag an utterance, on one thread of this machine
        Written to %s

        Try it:     garam tag --model %s %s
        """,
        report.model().name(),
        report.model().version(),
        report.model().digest(),
        report.labels(),
        report.bytes() / 1e6,
        report.training(),
        report.seconds(),
        report.accuracy(),
        report.macroF1(),
        report.expectedCalibrationError(),
        report.validation(),
        context(report),
        report.parity(),
        report.taggingMicros(),
        report.folder(),
        ShellCommand.quoted(report.folder()),
        ShellCommand.quoted(report.example()));
  }

  private static String context(TrainReport report) {
    if (report.accuracyWithoutContext() != null) {
      return String.format(
          Locale.ROOT,
          "%nContext    kept: accuracy without it %.4f",
          report.accuracyWithoutContext());
    }
    return report.accuracyWithContext() == null
        ? ""
        : String.format(
            Locale.ROOT,
            "%nContext    not kept: accuracy with it %.4f",
            report.accuracyWithContext());
  }
}
