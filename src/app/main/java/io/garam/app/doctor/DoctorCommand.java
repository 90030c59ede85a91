package io.garam.app.doctor;

import io.garam.app.options.ResultOptions;
import io.garam.app.output.Notes;
import io.garam.app.run.StopSignal;
import io.garam.app.run.TaggerCommand;
import io.garam.app.run.TaggerOptions;
import io.garam.nlu.GaramException;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.doctor.Check;
import io.garam.streams.doctor.CheckResult;
import io.garam.streams.doctor.CheckRun;
import io.garam.streams.doctor.OwnTopics;
import io.garam.streams.doctor.TaggerChecks;
import io.garam.streams.settings.TaggerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command {@code doctor}: checks all that a tagger needs, one by one, before it runs. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Checks all that garam run needs, a line each: ok, warning, fault or skipped, and what to do.",
      "",
      "Give it the flags of garam run. It creates none of the tagger's topics and reads none of its"
          + " events. What it tries by writing, it tries in topics of its own,"
          + " <application.id>-doctor-*, which it removes."
    },
    footer = {
      "",
      "Example:",
      "  garam doctor --bootstrap-server localhost:9092 \\",
      "      --model models/korean-intention",
      "",
      "Exit codes: 0 no fault, 1 a fault, 2 wrong usage, 130 interrupted."
    })
public final class DoctorCommand implements Callable<Integer>, TaggerCommand {

  private static final int FAULTY = 1;
  private static final int INTERRUPTED = 130;
  private static final Duration STEP = Duration.ofMillis(50);

  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      description = "Brokers to connect to, separated by commas.")
  private @Nullable String bootstrapServer;

  @Mixin private TaggerOptions options = new TaggerOptions();

  @Mixin private ResultOptions result = new ResultOptions();

  @Spec private CommandSpec spec;

  private boolean threadsLeft;

  /** Prints a line for each check as it is made, or with --json all of them at the end. */
  @Override
  public Integer call() throws InterruptedException {
    GaramConfig given = options.config(bootstrapServer, false, false);
    GaramConfig config = withoutCreation(given);
    OwnTopics topics = new OwnTopics(new TaggerSettings(config).brokers(), config.applicationId());
    CheckRun run = new CheckRun();
    List<CheckResult> results = new CopyOnWriteArrayList<>();
    Thread checking =
        new Thread(
            () -> check(run, checks(config, given.createTopics(), topics), results), "doctor");
    checking.setDaemon(true);
    boolean interrupted = false;
    try (StopSignal stop = StopSignal.install()) {
      checking.start();
      while (checking.isAlive() && !interrupted) {
        interrupted = stop.await(STEP);
      }
      checking.interrupt();
      checking.join();
    } finally {
      threadsLeft = run.hasThreadsLeft();
      putAway(topics);
    }
    if (interrupted) {
      Notes.of(spec).say("Interrupted; what it had made is removed.");
      return INTERRUPTED;
    }
    DoctorOutcome outcome = DoctorOutcome.of(results);
    result.print(spec, outcome, outcome.summary() + System.lineSeparator());
    return outcome.faults() > 0 ? FAULTY : 0;
  }

  @Override
  public boolean hasThreadsLeft() {
    return threadsLeft;
  }

  private static GaramConfig withoutCreation(GaramConfig config) {
    Map<String, Object> settings = new HashMap<>(config.originals());
    settings.put(GaramConfig.CREATE_TOPICS, "false");
    return GaramConfig.of(settings);
  }

  private static List<Check> checks(GaramConfig config, boolean creates, OwnTopics topics) {
    ModelCheck model = new ModelCheck(config);
    return Stream.concat(
            Stream.of(
                new DiskCheck(
                    "temporary folder",
                    Path.of(System.getProperty("java.io.tmpdir")),
                    "java.io.tmpdir",
                    true),
                new DiskCheck(
                    "state folder",
                    Path.of(config.stateFolder()),
                    StreamsConfig.STATE_DIR_CONFIG,
                    false),
                new NativesCheck(),
                model,
                new MemoryCheck(config, Runtime.getRuntime().maxMemory())),
            TaggerChecks.of(
                config,
                creates,
                new TaggerSettings(config).brokers(),
                topics,
                model::followsDialogues)
                .stream())
        .toList();
  }

  private void check(CheckRun run, List<Check> checks, List<CheckResult> results) {
    try {
      for (Check check : checks) {
        CheckResult found = run.run(check);
        results.add(found);
        result.printLine(spec, DoctorOutcome.line(found));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void putAway(OwnTopics topics) {
    try {
      topics.close();
    } catch (GaramException e) {
      Notes.of(spec)
          .warn(
              "topics <application.id>-doctor-* and a group of that name may be left: "
                  + e.getMessage());
    }
  }
}
