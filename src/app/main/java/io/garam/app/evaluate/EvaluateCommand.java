package io.garam.app.evaluate;

import io.garam.app.options.ResultOptions;
import io.garam.app.output.DisjointLabels;
import io.garam.app.output.Notes;
import io.garam.app.output.ReportFile;
import io.garam.app.output.ShellCommand;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.ReportContent;
import io.garam.evaluation.report.html.HtmlReport;
import io.garam.evaluation.report.json.JsonReport;
import io.garam.evaluation.report.text.TextReport;
import io.garam.nlu.Thresholds;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.training.corpus.Corpus;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Command {@code evaluate}: tells how good a model is: classifies a labelled corpus and reports
 * where it is wrong.
 */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures a model on labelled utterances that it was not trained on.",
      "",
      "Reports accuracy, macro-F1 (the mean F1 over all labels), the expected calibration error"
          + " (how far confidence is from accuracy), the scores of each label, and which labels are"
          + " taken for which. An utterance that the model calls \"unknown\" is an error unless its"
          + " label in the corpus is unknown, or the one that meant none of the intents when the"
          + " model was trained, such as oos.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  garam evaluate --model models/korean-intention --corpus test.tsv",
      "  garam evaluate --model my-model --corpus chats.csv --columns label=intent",
      "  garam evaluate --model my-model --corpus test.tsv --json | jq .macroF1",
      "  garam evaluate --model my-model --corpus test.tsv --report report.html",
      "  garam evaluate --model new-model --against old-model --corpus test.tsv"
    })
public final class EvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private EvaluateOptions options = new EvaluateOptions();

  @Mixin private ResultOptions result = new ResultOptions();

  /**
   * Prints the report to the standard output, warnings to the standard error stream.
   *
   * @throws io.garam.nlu.GaramException if the model or the corpus cannot be used
   */
  @Override
  public Integer call() {
    options.check();
    Notes notes = Notes.of(spec);
    Corpus labelled = options.corpus(notes::warn);
    TrustedKeys keys = options.trustedKeys();
    ModelAnswers answers =
        ModelAnswers.of(options.model(), options.thresholds(), keys, labelled, notes);
    Evaluation evaluation = Evaluation.of(answers.predictions());
    ReportContent.Builder content =
        new ReportContent.Builder(answers.thresholds()).evaluation(evaluation);
    Path against = options.against();
    ModelAnswers others =
        against == null
            ? null
            : ModelAnswers.of(against, Thresholds.OF_MODEL, keys, labelled, notes);
    ModelComparison comparison = others == null ? null : ModelComparison.of(others, answers);
    if (comparison != null) {
      DisjointLabels.warning(comparison.other().model(), answers.model()).ifPresent(notes::say);
      content.comparison(comparison.models());
    }
    ReportContent measurement = content.build();
    if (options.report() != null || result.isJson()) {
      measurement =
          new EvaluationExplanations(labelled, answers, keys)
              .of(measurement, evaluation, comparison);
    }
    if (options.report() != null) {
      HtmlReport page =
          EvaluationReport.of(
              answers.model(),
              others == null ? null : others.model(),
              labelled,
              measurement,
              ShellCommand.of(spec));
      ReportFile.write(page, options.report(), notes.err());
    }
    String given =
        options.thresholds().equals(Thresholds.OF_MODEL)
            ? ""
            : String.format(Locale.ROOT, "%-26s  %s%n", "threshold", answers.thresholds());
    result.print(spec, JsonReport.of(measurement), given + TextReport.of(measurement));
    return 0;
  }
}
