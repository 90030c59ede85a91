package io.garam.app.demo;

import io.garam.app.output.Notes;
import io.garam.app.run.StopSignal;
import io.garam.streams.Tagger;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * One run of the demo on a broker and a tagger that are there: sends the chat log, and shows what
 * comes of it.
 *
 * @param json whether tagged events are shown as JSON Lines, and the summary among the notes
 */
record DemoRun(
    String bootstrapServers,
    Tagger tagger,
    StopSignal stop,
    PrintWriter out,
    Notes notes,
    boolean json) {

  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration STOP_POLL = Duration.ofSeconds(1);

  /**
   * Plays the chat log and sums up what came of it.
   *
   * @param rate utterances to send in a second
   * @return whether all was tagged before somebody wanted to stop
   */
  boolean play(int rate) throws InterruptedException {
    tagger.awaitRunning(START_TIMEOUT);
    List<ChatMessage> log = ChatLog.read();
    notes.say(
        String.format(
            Locale.ROOT,
            "Tagging %d utterances with %s, %d a second.%n%n",
            log.size() - ChatLog.broken(),
            tagger.model(),
            rate));
    DemoReport report = new DemoReport(DemoSettings.DEAD_LETTERS, out, json);
    List<String> outputs = List.of(DemoSettings.OUTPUT, DemoSettings.DEAD_LETTERS);
    long start = System.nanoTime();
    boolean whole =
        new LiveStream(bootstrapServers, DemoSettings.INPUT, outputs)
            .play(log, rate, report::show, stop::isAsked);
    if (whole) {
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      report.summary().print(json ? notes.err() : out, time, tagger.statistics().counts());
    } else {
      notes.say("Interrupted before all was tagged.");
    }
    return whole;
  }

  /**
   * Plays the chat log again and again, and shows nothing, until somebody wants to stop.
   *
   * @param rate utterances to send in a second
   */
  void playOn(int rate) {
    notes.say("The chat log comes again and again on the live page. Press Ctrl-C to stop.");
    LiveStream stream =
        new LiveStream(
            bootstrapServers,
            DemoSettings.INPUT,
            List.of(DemoSettings.OUTPUT, DemoSettings.DEAD_LETTERS));
    List<ChatMessage> log = ChatLog.read();
    boolean whole = true;
    for (int pass = 1; whole; pass++) {
      whole = stream.play(ChatLog.again(log, pass), rate, record -> {}, stop::isAsked);
    }
  }

  /** Leaves broker and tagger to the user's own client until somebody wants to stop. */
  void keepRunning() throws InterruptedException {
    notes.say(
        "Still running: write to utterances and read intents on "
            + bootstrapServers
            + ". Press Ctrl-C to stop.");
    while (!stop.await(STOP_POLL)) {
      tagger.awaitEnd(Duration.ZERO);
    }
  }
}
