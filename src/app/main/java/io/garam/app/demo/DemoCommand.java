package io.garam.app.demo;

import io.garam.app.broker.EmbeddedBroker;
import io.garam.app.options.ModelFolder;
import io.garam.app.options.Ranges;
import io.garam.app.output.Notes;
import io.garam.app.run.StopSignal;
import io.garam.app.run.TaggerCommand;
import io.garam.nlu.Thresholds;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.web.management.ManagementPort;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Command {@code demo}: shows the whole way of an utterance in one process, and ends by itself. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts Kafka inside this process, tags a sample chat log with the shipped model as it"
          + " streams by, and ends.",
      "",
      "The log is Korean, written for this project: a user with a schedule assistant or a hotel. The"
          + " model follows each dialogue, so that the same short answer has another act after"
          + " another turn. Two broken events show what becomes of those. Nothing stays behind.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  garam demo",
      "  garam demo --rate 1000 --json > tagged.jsonl",
      "  garam demo --open",
      "  garam demo --keep-running",
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted before all was tagged."
    })
public final class DemoCommand implements Callable<Integer>, TaggerCommand {

  private static final int INTERRUPTED = 130;
  private static final int USUAL_RATE = 100;

  /** What a person can follow on the page, in utterances a second. */
  private static final int SLOW = 5;

  private static final int MOST_A_SECOND = 1_000_000;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      defaultValue = "${sys:garam.home:-.}/models/korean-dialogue-act",
      description = "Model bundle (default: the shipped models/korean-dialogue-act).")
  private Path model;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "" + USUAL_RATE,
      description = "Utterances to send in a second (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--keep-running",
      description = "Leave broker and tagger up afterwards, for your own client, until Ctrl-C.")
  private boolean keepRunning;

  @Option(
      names = "--open",
      description =
          "Show the live page in a browser too: its address is said, and the chat log comes again"
              + " and again, until Ctrl-C.")
  private boolean open;

  @Option(
      names = "--json",
      description = "Print the tagged events as JSON Lines, and the summary on standard error.")
  private boolean json;

  @Spec private CommandSpec spec;

  private boolean threadsLeft;

  @Override
  public Integer call() throws InterruptedException {
    Ranges.whole("rate", rate, USUAL_RATE, MOST_A_SECOND);
    ModelFolder.check(model, Thresholds.OF_MODEL, TrustedKeys.NONE);
    Notes notes = Notes.of(spec);
    notes.say("Starting an embedded Kafka broker ...");
    try (StopSignal stop = StopSignal.install();
        EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      String servers = broker.bootstrapServers();
      GaramConfig config = DemoSettings.of(servers, model);
      Optional<ManagementPort> port = open ? ManagementPort.open(config) : Optional.empty();
      Tagger tagger = ManagementPort.start(config, port);
      try (tagger) {
        port.flatMap(ManagementPort::pageAddress)
            .ifPresent(address -> notes.say("Live page on " + address));
        DemoRun run = new DemoRun(servers, tagger, stop, spec.commandLine().getOut(), notes, json);
        boolean whole = run.play(rate);
        if (whole && open) {
          run.playOn(Math.min(rate, SLOW));
        } else if (whole && keepRunning) {
          run.keepRunning();
        }
        return whole ? 0 : INTERRUPTED;
      } finally {
        threadsLeft = !tagger.endedInOrder();
        port.ifPresent(ManagementPort::close);
      }
    }
  }

  @Override
  public boolean hasThreadsLeft() {
    return threadsLeft;
  }
}
