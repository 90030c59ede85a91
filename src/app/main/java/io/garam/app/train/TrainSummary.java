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
        Cost       %.1f µs of processor time to tag an utterance, on one thread of this machine%s
        Written to %s%s

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
        cascade(report),
        report.folder(),
        report.pushed() == null ? "" : "\nPushed as  topic:" + report.pushed(),
        ShellCommand.quoted(report.folder()),
        ShellCommand.quoted(report.example()));
  }

  private static String cascade(TrainReport report) {
    if (report.cascadeThreshold() != null && report.answeredByWords() != null) {
      return String.format(
          Locale.ROOT,
          "%nCascade    the words answer %.0f %% of the utterances; the others, whose most probable"
              + " label has less than %.2f, are read by their characters too",
          100 * report.answeredByWords(),
          report.cascadeThreshold());
    }
    boolean looked =
        "both".equals(report.settings().get("views"))
            && !"accurate".equals(report.settings().get("speed"))
            && !"yes".equals(report.settings().get("context"));
    return looked
        ? String.format(
            Locale.ROOT,
            "%nCascade    none: to read only the words of the surest utterances lost more than --speed"
                + " allows, so the characters of all are read")
        : "";
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
