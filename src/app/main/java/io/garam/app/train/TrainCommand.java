package io.garam.app.train;

import io.garam.app.options.Columns;
import io.garam.app.output.ReportFile;
import io.garam.app.output.ShellCommand;
import io.garam.app.usage.UsageException;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.io.Json;
import io.garam.nlu.text.Printable;
import io.garam.training.LearnableCorpora;
import io.garam.training.TrainingPlan;
import io.garam.training.TrainingResult;
import io.garam.training.checkpoint.Checkpoints;
import io.garam.training.corpus.ColumnMapping;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.TrainValidationSplit;
import io.garam.training.corpus.reader.CorpusReader;
import io.garam.training.settings.TrainingSettings;
import io.garam.training.study.CrossValidation;
import io.garam.training.study.Trial;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command {@code train}: makes a model from labelled utterances. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Trains a model on labelled utterances and writes it to a folder.",
      "",
      "A recurrent network learns from the corpus, the epoch that does best on the validation"
          + " corpus is exported to ONNX, and the export is checked against what was trained before"
          + " anything is written. Without --valid a tenth of the corpus is held out: whole"
          + " dialogues where it has any, else a tenth of each label. Settings that are not given"
          + " follow from the corpus's size, labels and script; the same command gives the same"
          + " model on the same machine.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  garam train --corpus train.tsv --valid valid.tsv --out my-model",
      "  garam train --corpus train.tsv --valid valid.tsv --out my-model --resume",
      "  garam train --corpus chats.csv --columns label=intent --out my-model",
      "  garam train --corpus acts.tsv --tokenizer morphemes --out my-model",
      "  garam train --corpus train.jsonl --out my-model --folds 5 --json"
    })
public final class TrainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--corpus",
      required = true,
      paramLabel = "FILE",
      description =
          "The labelled utterances to learn from, in UTF-8, also compressed by gzip or through a"
              + " pipe, - for the standard input: TSV or CSV with a header row, JSON Lines or a"
              + " JSON array of objects, exports of Label Studio, Doccano and Prodigy, fastText's"
              + " __label__ lines, Rasa's NLU YAML, or a dialogue-act corpus with the header"
              + " Speaker, Utterance, old act, new act, tab-separated, and utterances as"
              + " morpheme/TAG|morpheme/TAG.")
  private Path corpus;

  @Option(
      names = "--valid",
      paramLabel = "FILE",
      description =
          "Labelled utterances to choose the best epoch and to calibrate with, with the same"
              + " columns. Default: a tenth of the corpus, held out.")
  private @Nullable Path valid;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write the model to: new or empty, unless --force is given.")
  private Path out;

  @Option(
      names = "--columns",
      paramLabel = "text=COLUMN,label=COLUMN",
      description =
          "Which columns, or JSON pointers such as /data/text, hold the utterance and its label,"
              + " and, with dialogue=COLUMN, its dialogue. Default: text, sentence or utterance;"
              + " label, label_new or intent; dialogue and speaker, if any.")
  private @Nullable String columns;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The model's name, which every tagged event carries. Default: that of --out.")
  private @Nullable String name;

  @Option(
      names = "--model-version",
      paramLabel = "VERSION",
      description = "The model's version, likewise. Default: ${DEFAULT-VALUE}.")
  private String version = "1";

  @Option(
      names = "--resume",
      description =
          "Go on with a training that was interrupted: the same command, with this flag, ends with"
              + " the same model. Checkpoints are in the folder checkpoints of --out until it is"
              + " done. Further trainings (below) have none and are run again.")
  private boolean resume;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description =
          "Where to write the training report, for a browser or paper. Default: "
              + ModelBundle.REPORT
              + " in --out.")
  private @Nullable Path report;

  @Option(
      names = "--force",
      description =
          "Write to --out whatever it holds: replace an older model, begin anew where an"
              + " interrupted training left checkpoints, write among other files.")
  private boolean force;

  @Option(
      names = "--json",
      description = "Print one JSON object, figures not rounded, instead of text.")
  private boolean json;

  @ArgGroup(validate = false)
  private SettingsOptions settings = new SettingsOptions();

  @ArgGroup(validate = false, heading = "%nDialogues:%n")
  private DialogueOptions dialogues = new DialogueOptions();

  @ArgGroup(validate = false, heading = "%nFurther trainings, to know more:%n")
  private StudyOptions studies = new StudyOptions();

  @ArgGroup(validate = false, heading = "%nFor the model card:%n")
  private OriginOptions origin = new OriginOptions();

  /**
   * Prints progress to the standard error stream and the outcome to the standard output.
   *
   * @throws io.garam.nlu.GaramException if a corpus, a setting or the folder cannot be used
   */
  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    studies.check();
    if (resume && force) {
      throw new UsageException(
          "Expected --resume to go on or --force to begin anew, but found both; leave one out.");
    }
    ColumnMapping mapping = Columns.of(columns);
    requireOneStandardInput();
    OutputFolder output = new OutputFolder(out);
    output.check(resume, force);
    if (report != null) {
      ReportFile.check(report);
    }
    Corpus train = CorpusReader.read(corpus, mapping, this::warn);
    Corpus held = valid == null ? null : CorpusReader.read(valid, mapping, this::warn);
    boolean follow = dialogues.follow(train);
    Function<Corpus, TrainingSettings> suited = part -> settings.over(part, follow, dialogues);
    TrainingSettings chosen = suited.apply(train);
    Checkpoints checkpoints = new Checkpoints(output.checkpoints(), resume);
    checkpoints.open();
    TrainValidationSplit corpora = LearnableCorpora.of(train, held, chosen);
    String command = ShellCommand.of(spec);
    PrintWriter err = spec.commandLine().getErr();
    TrainingPlan plan =
        new TrainingPlan(
            suited,
            dialogues.onTrial(train) ? part -> settings.over(part, false, dialogues) : null);
    Interruption interruption =
        Interruption.watch(output, resume ? command : command + " --resume", err);
    try (EpochProgress progress = new EpochProgress(Announcement.of(train, chosen), err)) {
      CrossValidation folds = studies.crossValidation(train, plan, chosen.seed(), progress);
      List<Trial> curve = studies.learningCurve(corpora, plan, chosen.seed(), progress);
      if (folds != null || !curve.isEmpty()) {
        progress.trialStarted("The model");
      }
      TrainingResult result = plan.run(name(), version, train, held, checkpoints, progress);
      ModelBundle bundle = result.write(out, origin.origin(), command);
      checkpoints.delete();
      ReportFile.write(
          result.report(bundle.spec(), command),
          report == null ? out.resolve(ModelBundle.REPORT) : report,
          spec.commandLine().getErr());
      print(TrainReport.of(result, bundle, folds, curve, (System.nanoTime() - start) / 1e9));
    } finally {
      interruption.end();
    }
    return 0;
  }

  private void requireOneStandardInput() {
    if (valid != null
        && CorpusReader.isStandardInput(corpus)
        && CorpusReader.isStandardInput(valid)) {
      throw new UsageException(
          "Expected one corpus on the standard input, but found - for both --corpus and --valid;"
              + " name a file for one of them.");
    }
  }

  private void warn(String warning) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("Warning: " + warning);
    err.flush();
  }

  private String name() {
    return name == null ? String.valueOf(out.toAbsolutePath().normalize().getFileName()) : name;
  }

  private void print(TrainReport report) throws IOException {
    PrintWriter output = spec.commandLine().getOut();
    if (json) {
      output.println(Json.MAPPER.writeValueAsString(report));
    } else {
      output.print(Printable.lines(report.toText()));
    }
    output.flush();
  }
}
