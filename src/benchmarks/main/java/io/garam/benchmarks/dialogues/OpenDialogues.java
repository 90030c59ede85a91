package io.garam.benchmarks.dialogues;

import io.garam.app.broker.EmbeddedBroker;
import io.garam.benchmarks.Backlog;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What many open dialogues take: heap, disk, and the time to restore them from the changelog. */
final class OpenDialogues {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private OpenDialogues() {}

  static void measure(Path model, int dialogues, Path folder) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      Backlog backlog = Backlog.fill(broker.bootstrapServers(), dialogues, dialogues);
      System.out.printf(Locale.ROOT, "%,d open dialogues, of an utterance each:%n", dialogues);
      for (String store : new String[] {"memory", "rocksdb"}) {
        measure(backlog, model, store, folder);
      }
    }
  }

  private static void measure(Backlog backlog, Path model, String store, Path folder)
      throws Exception {
    Map<String, Object> settings = backlog.settings(model);
    settings.put(GaramConfig.DIALOGUE_STORE, store);
    settings.put("state.dir", folder.resolve("open-" + store).toString());
    long before = heap();
    double rate;
    long heap;
    long disk;
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
      Backlog.await(tagger, 1);
      long start = System.nanoTime();
      Backlog.await(tagger, backlog.events());
      rate = backlog.events() * 1e9 / (System.nanoTime() - start);
      heap = heap() - before;
    }
    disk = size(folder.resolve("open-" + store));
    settings.put("state.dir", folder.resolve("restored-" + store).toString());
    long start = System.nanoTime();
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
      tagger.awaitRunning(PATIENCE);
      System.out.printf(
          Locale.ROOT,
          "  store in %-8s tagged %,.0f a second; %,d MB of heap (%,d bytes each), %,d MB on disk"
              + " (%,d bytes each); restored from the changelog in %.1f s%n",
          store,
          rate,
          heap / 1_000_000,
          heap / backlog.events(),
          disk / 1_000_000,
          disk / backlog.events(),
          (System.nanoTime() - start) / 1e9);
    }
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** A store in memory has no folder. */
  private static long size(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(OpenDialogues::sizeOf).sum();
    }
  }

  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
