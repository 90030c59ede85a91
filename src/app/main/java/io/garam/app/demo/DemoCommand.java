package io.garam.app.demo;

import io.garam.app.broker.EmbeddedBroker;
import io.garam.app.demo.ChatLog.Message;
import io.garam.app.options.ModelFolder;
import io.garam.app.options.Ranges;
import io.garam.app.output.Notes;
import io.garam.app.run.StopSignal;
import io.garam.app.run.TaggerCommand;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
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
      "  garam demo --keep-running",
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted before all was tagged."
    })
public final class DemoCommand implements Callable<Integer>, TaggerCommand {

  private static final String INPUT = "utterances";
  private static final String OUTPUT = "intents";
  private static final String DEAD_LETTERS = "utterances-dead-letters";

  /**
   * A broker still busy with the first batch of a topic just made refuses the next, has it sent
   * again, and logs an error each time: nothing is lost, and it looks as if it were.
   */
  private static final int ONE_AT_A_TIME = 1;

  private static final int INTERRUPTED = 130;
  private static final int USUAL_RATE = 100;
  private static final int MOST_A_SECOND = 1_000_000;
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration STOP_POLL = Duration.ofSeconds(1);

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
      names = "--json",
      description = "Print the tagged events as JSON Lines, and the summary on standard error.")
  private boolean json;

  @Spec private CommandSpec spec;

  private boolean threadsLeft;

  @Override
  public Integer call() throws InterruptedException {
    Ranges.whole("rate", rate, USUAL_RATE, MOST_A_SECOND);
    ModelFolder.check(model);
    Notes notes = Notes.of(spec);
    notes.say("Starting an embedded Kafka broker ...");
    try (StopSignal stop = StopSignal.install();
        EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      Tagger tagger = Tagger.start(config(broker));
      try (tagger) {
        return show(tagger, broker, stop, notes);
      } finally {
        threadsLeft = !tagger.endedInOrder();
      }
    }
  }

  @Override
  public boolean hasThreadsLeft() {
    return threadsLeft;
  }

  private int show(Tagger tagger, EmbeddedBroker broker, StopSignal stop, Notes notes)
      throws InterruptedException {
    tagger.awaitRunning(START_TIMEOUT);
    List<Message> log = ChatLog.read();
    notes.say(
        String.format(
            Locale.ROOT,
            "Tagging %d utterances with %s, %d a second.%n",
            log.size() - ChatLog.broken(),
            tagger.model(),
            rate));
    PrintWriter out = spec.commandLine().getOut();
    if (!play(broker.bootstrapServers(), tagger, log, stop, out, json ? notes.err() : out)) {
      notes.say("Interrupted before all was tagged.");
      return INTERRUPTED;
    }
    if (keepRunning) {
      notes.say(
          "Still running: write to utterances and read intents on "
              + broker.bootstrapServers()
              + ". Press Ctrl-C to stop.");
      while (!stop.await(STOP_POLL)) {
        tagger.awaitEnd(Duration.ZERO);
      }
    }
    return 0;
  }

  /** Returns whether all was played, and not interrupted. */
  private boolean play(
      String bootstrapServers,
      Tagger tagger,
      List<Message> log,
      StopSignal stop,
      PrintWriter out,
      PrintWriter summary) {
    DemoReport report = new DemoReport(DEAD_LETTERS, out, json);
    long start = System.nanoTime();
    boolean whole =
        new LiveStream(bootstrapServers, INPUT, List.of(OUTPUT, DEAD_LETTERS))
            .play(log, rate, report::show, stop::isAsked);
    if (whole) {
      report.summarize(
          summary, Duration.ofNanos(System.nanoTime() - start), tagger.statistics().counts());
    }
    return whole;
  }

  private GaramConfig config(EmbeddedBroker broker) {
    return GaramConfig.of(
        Map.of(
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker.bootstrapServers(),
            StreamsConfig.APPLICATION_ID_CONFIG,
            "garam-demo",
            GaramConfig.MODEL,
            model.toString(),
            GaramConfig.INPUT_TOPIC,
            INPUT,
            GaramConfig.OUTPUT_TOPIC,
            OUTPUT,
            GaramConfig.DEAD_LETTER_TOPIC,
            DEAD_LETTERS,
            GaramConfig.CREATE_TOPICS,
            true,
            StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION),
            ONE_AT_A_TIME));
  }
}
