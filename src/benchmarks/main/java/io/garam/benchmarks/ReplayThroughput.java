package io.garam.benchmarks;

import io.garam.app.broker.EmbeddedBroker;
import io.garam.streams.replay.Replay;
import io.garam.streams.replay.Replay.Start;
import io.garam.streams.replay.ReplayPass;
import io.garam.streams.replay.ReplayRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How fast a replay tags a backlog that it does not score, beside a tagger: exactly-once, two
 * threads, four partitions, the broker in the same JVM.
 */
public final class ReplayThroughput {

  private static final int EVENTS = 60_000;
  private static final int DIALOGUES = 97;

  private ReplayThroughput() {}

  /**
   * Measures both.
   *
   * @param args the model bundle to measure with
   */
  public static void main(String[] args) throws Exception {
    Path model = Path.of(args[0]);
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      Backlog backlog = Backlog.fill(broker.bootstrapServers(), EVENTS, DIALOGUES);
      new Medians()
          .variant("tagger", () -> backlog.rate(backlog.settings(model)))
          .variant("replay", () -> replay(backlog, model))
          .print("Events on an embedded broker:");
    }
  }

  /** Replays all of it and returns events in a second, from the first one on. */
  private static double replay(Backlog backlog, Path model) throws Exception {
    ReplayRequest request =
        new ReplayRequest(
            backlog.topic(),
            backlog.topic(),
            null,
            null,
            List.of(model),
            null,
            List.of(),
            Map.of("bootstrap.servers", backlog.bootstrapServers(), "num.stream.threads", "2"));
    try (Replay replay = Replay.open(request, Start.BEGIN, notice -> {})) {
      double rate;
      try (ReplayPass pass = replay.pass(0)) {
        rate = new TaggingRate(pass.statistics(), pass::progress).until(backlog.events());
      }
      replay.discard();
      return rate;
    }
  }
}
