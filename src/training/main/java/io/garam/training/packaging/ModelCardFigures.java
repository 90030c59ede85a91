package io.garam.training.packaging;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.metrics.ClassScore;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.metrics.OutOfScope;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.bundle.Provenance;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The figures of a model card, as tables in Markdown.
 *
 * @param spec the model
 * @param evaluation how well it does on the validation corpus
 * @param taggingMicros see {@link TaggingCost}
 */
record ModelCardFigures(ModelSpec spec, Evaluation evaluation, double taggingMicros) {

  String toMarkdown() {
    Double withoutContext = spec.provenance().figures().get(Provenance.WITHOUT_CONTEXT);
    String rows =
        evaluation.classes().stream().map(ModelCardFigures::row).collect(Collectors.joining("\n"));
    return String.format(
        Locale.ROOT,
        """
        ## Figures

        Measured through ONNX Runtime on the %,d validation utterances, by which the best epoch and \
        the temperature (%s) were chosen too: expect a little less on others.

        | accuracy | macro-F1 | expected calibration error | adaptive |%s
        | --- | --- | --- | --- |%s
        | %s | %s | %s | %s |%s
        %s
        Tagging an utterance took %.1f µs of processor time, tokenizing included: one thread of the \
        machine that trained, in batches of %,d.

        | label | precision | recall | F1 | utterances |
        | --- | --- | --- | --- | --- |
        %s

        """,
        evaluation.count(),
        calibration(),
        withoutContext == null ? "" : " accuracy without context |",
        withoutContext == null ? "" : " --- |",
        NumberFormats.fraction(evaluation.accuracy()),
        NumberFormats.fraction(evaluation.macroF1()),
        NumberFormats.fraction(evaluation.expectedCalibrationError()),
        NumberFormats.fraction(evaluation.adaptiveCalibrationError()),
        withoutContext == null ? "" : " " + NumberFormats.fraction(withoutContext) + " |",
        evaluation.outOfScope().map(this::outOfScope).orElse(""),
        taggingMicros,
        TaggingCost.batch(evaluation.count()),
        rows);
  }

  private String calibration() {
    double exponent = spec.decision().exponent();
    return NumberFormats.fraction(spec.decision().temperature())
        + (exponent == 1 ? "" : ", with an exponent of " + NumberFormats.fraction(exponent));
  }

  private String outOfScope(OutOfScope figures) {
    return String.format(
        Locale.ROOT,
        """

        Below a confidence of %s the answer is `unknown`, which counts as an error where there is an \
        intent. AUROC: how well confidence tells what has an intent from what has none.

        | accuracy in scope | recall of unknown | AUROC | out of scope |
        | --- | --- | --- | --- |
        | %s | %s | %s | %d |
        """,
        NumberFormats.fraction(spec.decision().threshold()),
        NumberFormats.fraction(figures.inScopeAccuracy()),
        NumberFormats.fraction(figures.unknownRecall()),
        NumberFormats.fraction(figures.auroc()),
        figures.count());
  }

  private static String row(ClassScore score) {
    return String.join(
        " | ",
        "| `" + score.label() + "`",
        NumberFormats.fraction(score.precision()),
        NumberFormats.fraction(score.recall()),
        NumberFormats.fraction(score.f1()),
        score.support() + " |");
  }
}
