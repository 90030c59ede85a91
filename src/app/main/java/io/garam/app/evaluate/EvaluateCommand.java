package io.garam.app.evaluate;

import io.garam.app.options.Columns;
import io.garam.app.options.ModelFolder;
import io.garam.app.output.OtherLabels;
import io.garam.app.output.ReportFile;
import io.garam.app.output.ShellCommand;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.ReportContent;
import io.garam.evaluation.report.html.HtmlReport;
import io.garam.evaluation.report.json.JsonReport;
import io.garam.evaluation.report.text.TextReport;
import io.garam.nlu.io.Json;
import io.garam.nlu.text.Printable;
import io.garam.training.corpus.ColumnMapping;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.reader.CorpusReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--model",
      required = true,
      paramLabel = "DIR",
      description = "The model: a folder that `garam train` wrote, or one from models/.")
  private Path model;

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description =
          "Another model to hold it against: which of the two is better, how sure that is, and"
              + " which labels change.")
  private @Nullable Path against;

  @Option(
      names = "--corpus",
      required = true,
      paramLabel = "FILE",
      description =
          "The labelled utterances, in any form that `garam train` reads, such as .tsv or .csv with"
              + " a header row or .jsonl with an object a line; - for the standard input.")
  private Path corpus;

  @Option(
      names = "--columns",
      paramLabel = "text=COLUMN,label=COLUMN",
      description =
          "Which columns, or JSON pointers such as /data/text, hold the utterance and its label."
              + " Default: text, sentence or utterance; label, label_new or intent.")
  private @Nullable String columns;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description =
          "Also write a report for a browser or paper: figures, comparison, confusions,"
              + " reliability, what other thresholds would give, and the surest mistakes. It quotes"
              + " utterances.")
  private @Nullable Path report;

  @Option(
      names = "--json",
      description = "Print one JSON object, figures not rounded, instead of text.")
  private boolean json;

  /**
   * Prints the report to the standard output, warnings to the standard error stream.
   *
   * @throws io.garam.nlu.GaramException if the model or the corpus cannot be used
   */
  @Override
  public Integer call() throws IOException {
    if (report != null) {
      ReportFile.check(report);
    }
    ColumnMapping mapping = Columns.of(columns);
    PrintWriter err = spec.commandLine().getErr();
    Corpus labelled =
        CorpusReader.read(corpus, mapping, warning -> err.println("Warning: " + warning));
    ModelAnswers answers = ModelAnswers.of(ModelFolder.of(model), labelled, err);
    ReportContent.Builder content =
        new ReportContent.Builder(answers.model().decision().threshold())
            .evaluation(Evaluation.of(answers.predictions()));
    ModelAnswers others =
        against == null ? null : ModelAnswers.of(ModelFolder.of(against), labelled, err);
    if (others != null) {
      OtherLabels.warning(others.model(), answers.model()).ifPresent(err::println);
      content.comparison(ModelComparison.of(others, answers));
    }
    ReportContent measurement = content.build();
    if (report != null) {
      HtmlReport page =
          EvaluationReport.of(
              answers.model(),
              others == null ? null : others.model(),
              labelled,
              measurement,
              ShellCommand.of(spec));
      ReportFile.write(page, report, err);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.MAPPER.writeValueAsString(JsonReport.of(measurement)));
    } else {
      out.print(Printable.lines(TextReport.of(measurement)));
    }
    out.flush();
    return 0;
  }
}
