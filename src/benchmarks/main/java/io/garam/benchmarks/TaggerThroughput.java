package io.garam.benchmarks;

import io.garam.app.broker.EmbeddedBroker;
import io.garam.streams.config.GaramConfig;
import java.nio.file.Path;
import java.util.Map;

/**
 * What batching at the poll is worth to the whole stream, and what a replay costs beside it:
 * exactly-once, two threads, four partitions, the broker in the same JVM, from a backlog.
 */
final class TaggerThroughput {

  private static final int EVENTS = 60_000;
  private static final int DIALOGUES = 97;

  private TaggerThroughput() {}

  static void measure(Path model) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      Backlog backlog = Backlog.fill(broker.bootstrapServers(), EVENTS, DIALOGUES);
      new Medians()
          .variant("one record a poll", () -> rate(backlog, model, 1))
          .variant("up to 2000 records a poll", () -> rate(backlog, model, 2000))
          .variant("the same, as a replay", () -> ReplayThroughput.measure(backlog, model))
          .print("Tagger on an embedded broker, events:");
    }
  }

  private static double rate(Backlog backlog, Path model, int records) throws Exception {
    Map<String, Object> settings = backlog.settings(model);
    settings.put(GaramConfig.BATCH_MAX_RECORDS, records);
    return backlog.rate(settings);
  }
}
