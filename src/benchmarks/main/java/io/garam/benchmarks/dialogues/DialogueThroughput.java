package io.garam.benchmarks.dialogues;

import io.garam.app.broker.EmbeddedBroker;
import io.garam.benchmarks.Backlog;
import io.garam.benchmarks.Medians;
import io.garam.streams.config.GaramConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** How fast a tagger is that remembers dialogues, beside one of the same encoder that does not. */
final class DialogueThroughput {

  private static final int EVENTS = 100_000;

  /** Live at once: the demo's scale, and that of a busy service. */
  private static final int[] DIALOGUES = {200, 20_000};

  private DialogueThroughput() {}

  static void measure(Path model, Path alone, Path folder) throws Exception {
    for (int dialogues : DIALOGUES) {
      try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
        Backlog backlog = Backlog.fill(broker.bootstrapServers(), EVENTS, dialogues);
        new Medians()
            .variant("without memory", () -> backlog.rate(backlog.settings(alone)))
            .variant("store in memory", () -> rate(backlog, model, "memory", folder))
            .variant("store in RocksDB", () -> rate(backlog, model, "rocksdb", folder))
            .print(
                String.format(
                    "Tagger, exactly-once, two threads, %,d live dialogues, events:", dialogues));
      }
    }
  }

  private static double rate(Backlog backlog, Path model, String store, Path folder)
      throws Exception {
    Map<String, Object> settings = backlog.settings(model);
    settings.put(GaramConfig.DIALOGUE_STORE, store);
    settings.put("state.dir", folder.resolve(UUID.randomUUID().toString()).toString());
    return backlog.rate(settings);
  }
}
