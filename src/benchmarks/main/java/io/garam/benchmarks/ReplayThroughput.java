package io.garam.benchmarks;

import io.garam.streams.replay.Replay;
import io.garam.streams.replay.Replay.Start;
import io.garam.streams.replay.ReplayPass;
import io.garam.streams.replay.ReplayRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How fast a replay tags a backlog that it does not score. */
final class ReplayThroughput {

  private ReplayThroughput() {}

  /** Replays all of it and returns events in a second, from the first one on. */
  static double measure(Backlog backlog, Path model) throws Exception {
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
