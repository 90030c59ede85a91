package io.garam.evaluation.report.text;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.metrics.ClassScore;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.metrics.OutOfScope;
import java.util.List;
import java.util.Locale;

/** An evaluation as people read it in a terminal: its figures, a table of labels, confusions. */
final class TextEvaluation {

  private TextEvaluation() {}

  static String of(Evaluation evaluation) {
    return summary(evaluation)
        + evaluation.outOfScope().map(TextEvaluation::outOfScope).orElse("")
        + "\n"
        + labelTable(evaluation.classes())
        + "\n"
        + TextConfusions.of(evaluation.confusionMatrix());
  }

  private static String summary(Evaluation evaluation) {
    return String.format(
        Locale.ROOT,
        """
        utterances                  %,d
        accuracy                    %.4f
        macro-F1                    %.4f
        expected calibration error  %.4f
        adaptive calibration error  %.4f
        """,
        evaluation.count(),
        evaluation.accuracy(),
        evaluation.macroF1(),
        evaluation.expectedCalibrationError(),
        evaluation.adaptiveCalibrationError());
  }

  private static String outOfScope(OutOfScope figures) {
    return String.format(
        Locale.ROOT,
        """
        out of scope                %,d
        in-scope accuracy           %.4f
        recall of unknown           %.4f
        AUROC of in-scope           %.4f
        """,
        figures.count(),
        figures.inScopeAccuracy(),
        figures.unknownRecall(),
        figures.auroc());
  }

  private static String labelTable(List<ClassScore> classes) {
    return TerminalTable.of(
        List.of("label", "precision", "recall", "F1", "support"),
        1,
        classes.stream()
            .map(
                score ->
                    List.of(
                        score.label(),
                        NumberFormats.fraction(score.precision()),
                        NumberFormats.fraction(score.recall()),
                        NumberFormats.fraction(score.f1()),
                        NumberFormats.count(score.support())))
            .toList());
  }
}
