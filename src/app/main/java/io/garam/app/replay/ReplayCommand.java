package io.garam.app.replay;

import io.garam.app.options.ModelFolder;
import io.garam.app.options.ResultOptions;
import io.garam.app.output.DisjointLabels;
import io.garam.app.output.Notes;
import io.garam.app.output.ReportFile;
import io.garam.app.output.ShellCommand;
import io.garam.app.replay.explained.ReplayExplanations;
import io.garam.app.replay.leftover.LeftoverListing;
import io.garam.app.replay.leftover.LeftoverOptions;
import io.garam.app.replay.outcome.ReplayOutcome;
import io.garam.app.run.StopSignal;
import io.garam.app.run.TaggerCommand;
import io.garam.app.usage.UsageException;
import io.garam.nlu.GaramException;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.streams.output.TaggingStatistics.Waits;
import io.garam.streams.replay.Replay;
import io.garam.streams.replay.Replay.Start;
import io.garam.streams.replay.ReplayRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Command {@code replay}: tags a stretch of a topic's history again, scores it, and compares it.
 */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tags a stretch of a topic's history again, and says how good the model is and what it would"
          + " change.",
      "",
      "The topic is only read, and what runs live is not touched: a replay has a consumer group and"
          + " topics of its own, which it removes when it is done. Its end is fixed when it begins."
          + " Dialogues are followed in order, from the beginning of the stretch on. Ctrl-C"
          + " interrupts it, and --resume goes on.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  garam replay --bootstrap-server localhost:9092 --topic utterances \\",
      "      --model models/korean-intention --from 24h --gold /label \\",
      "      --report report.html",
      "  garam replay --bootstrap-server localhost:9092 --topic utterances \\",
      "      --model new-model --against models/korean-intention \\",
      "      --from 2026-11-01 --gold-topic corrections",
      "  garam replay --bootstrap-server localhost:9092 --topic utterances \\",
      "      --model new-model --live-topic intents --json | jq .live",
      "  garam replay --bootstrap-server localhost:9092 --list",
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted."
    })
public final class ReplayCommand implements Callable<Integer>, TaggerCommand {

  private static final int INTERRUPTED = 130;

  @Mixin private ReplayOptions options = new ReplayOptions();

  @Option(
      names = "--resume",
      description = "Go on with a replay that was interrupted, given the same flags.")
  private boolean resume;

  @Option(
      names = "--join",
      description =
          "Help a replay that another instance, perhaps on another machine, has begun with the same"
              + " flags; that one writes the report.")
  private boolean join;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Also write a report for a browser or paper. It quotes utterances.")
  private @Nullable Path report;

  @Mixin private LeftoverOptions leftovers = new LeftoverOptions();

  @Mixin private ResultOptions result = new ResultOptions();

  @Spec private CommandSpec spec;

  private boolean threadsLeft;

  /**
   * Prints the outcome to the standard output, progress and warnings to the standard error stream.
   *
   * @return 130 if interrupted
   * @throws GaramException if the replay cannot be done, or not to its end
   */
  @Override
  public Integer call() throws InterruptedException {
    if (resume && join) {
      throw new UsageException(
          "Expected --resume, after an interruption, or --join, to help another instance, but found"
              + " both; leave one out.");
    }
    if (leftovers.areAsked(resume || join || report != null || options.areGiven())) {
      new LeftoverListing(options.brokers(), result, spec).run(leftovers);
      return 0;
    }
    ReplayRequest request = options.request();
    if (report != null) {
      ReportFile.check("--report", report);
    }
    List<ModelSpec> models = models(request);
    if (models.size() > 1) {
      DisjointLabels.warning(models.get(1), models.get(0)).ifPresent(Notes.of(spec)::say);
    }
    Start start = resume ? Start.RESUME : join ? Start.JOIN : Start.BEGIN;
    try (StopSignal stop = StopSignal.install();
        Replay replay = Replay.open(request, start, Notes.of(spec)::say)) {
      ReplayRun run = new ReplayRun(replay, stop, spec.commandLine().getErr());
      try {
        Waits waits = run.tag(request.models().size());
        if (!join) {
          report(replay, request, models, waits, run);
        }
      } catch (ReplayRun.Interruption e) {
        Notes.of(spec).say("Interrupted; nothing is lost. " + resumeHint());
        return INTERRUPTED;
      } catch (GaramException e) {
        if (join && isGone(replay)) {
          return done();
        }
        throw new GaramException(e.getMessage() + " " + resumeHint(), e);
      } finally {
        threadsLeft = run.hasThreadsLeft();
      }
    }
    return join ? done() : 0;
  }

  @Override
  public boolean hasThreadsLeft() {
    return threadsLeft;
  }

  /** The thresholds that are asked for are of the first model. */
  private static List<ModelSpec> models(ReplayRequest request) {
    TrustedKeys keys = TrustedKeys.read(Replay.trustedKeys(request));
    List<ModelSpec> models = new ArrayList<>();
    for (int pass = 0; pass < request.models().size(); pass++) {
      models.add(
          ModelFolder.check(request.models().get(pass), Replay.thresholds(request, pass), keys));
    }
    return models;
  }

  /** Whoever began a replay removes it when it is done. */
  private static boolean isGone(Replay replay) {
    try {
      return !replay.exists();
    } catch (GaramException e) {
      return false;
    }
  }

  private int done() {
    Notes.of(spec).say("Done; the instance that began the replay writes the report.");
    return 0;
  }

  private String resumeHint() {
    String command = ShellCommand.of(spec);
    return join
        ? "Help again with: " + command
        : "Go on with: " + command + (resume ? "" : " --resume");
  }

  /** Says what came of it, and removes what is no longer needed. */
  private void report(
      Replay replay, ReplayRequest request, List<ModelSpec> models, Waits waits, ReplayRun run) {
    LabelOptions labels = options.labels();
    ReplayExplanations explanations =
        report == null && !result.isJson()
            ? null
            : new ReplayExplanations(replay, request, run::recordRead);
    ReplayOutcome outcome =
        new ReplayEvaluator(replay, labels, models, run::recordRead, Notes.of(spec)::say)
            .read(waits, explanations);
    if (labels.gold() != null && outcome.counts().labelled() == 0) {
      Notes.of(spec).say(labels.nothingLabelled());
    }
    if (report != null) {
      ReportFile.write(outcome.html(ShellCommand.of(spec)), report, spec.commandLine().getErr());
    }
    result.print(spec, outcome.json(), outcome.text());
    replay.discard();
  }
}
