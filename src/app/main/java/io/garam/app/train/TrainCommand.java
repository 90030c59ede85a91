package io.garam.app.train;

import io.garam.app.options.ResultOptions;
import io.garam.app.output.Notes;
import io.garam.app.output.ShellCommand;
import io.garam.app.train.settings.SettingsOptions;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.training.TrainingPlan;
import io.garam.training.TrainingResult;
import io.garam.training.checkpoint.Checkpoints;
import io.garam.training.corpus.Corpus;
import io.garam.training.settings.TrainingSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
          + " set is exported to ONNX, and the export is checked against what was trained before"
          + " anything is written. Without --valid a tenth of the corpus is split off: whole"
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

  @Mixin private CorpusOptions corpora = new CorpusOptions();

  @Mixin private BundleOptions bundle = new BundleOptions();

  @Mixin private ReportOptions report = new ReportOptions();

  @Mixin private PushOptions push = new PushOptions();

  @Mixin private ResultOptions result = new ResultOptions();

  @ArgGroup(validate = false)
  private SettingsOptions settings = new SettingsOptions();

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
  public Integer call() {
    long start = System.nanoTime();
    studies.check();
    corpora.check();
    bundle.check();
    report.check();
    push.check();
    Notes notes = Notes.of(spec);
    Corpus train = corpora.train(notes::warn);
    Corpus validation = corpora.validation(notes::warn);
    TrainingPlan plan = settings.plan(train);
    TrainingSettings chosen = plan.settings().apply(train);
    Checkpoints checkpoints = bundle.openCheckpoints();
    String command = ShellCommand.of(spec);
    LastWord err = new LastWord(notes.err());
    Interruption interruption = Interruption.watch(bundle, command, err);
    try (EpochProgress progress = new EpochProgress(Announcement.of(train, chosen), err)) {
      StudyResults studied = studies.run(train, validation, plan, chosen, progress);
      TrainingResult trained =
          plan.run(bundle.name(), bundle.version(), train, validation, checkpoints, progress);
      ModelBundle written = trained.write(bundle.folder().folder(), origin.origin(), command);
      checkpoints.delete();
      report.write(trained, written, command, notes.err());
      TrainReport outcome = TrainReport.of(trained, written, studied, push.push(written), start);
      result.print(spec, outcome, studied.toText() + TrainSummary.of(outcome));
    } finally {
      interruption.end();
    }
    return 0;
  }
}
