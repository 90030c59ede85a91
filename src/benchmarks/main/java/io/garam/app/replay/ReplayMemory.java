package io.garam.app.replay;

import io.garam.benchmarks.footprint.LiveHeap;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.bundle.ModelSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Memory benchmark of replay: what its scoring holds, by the very classes that read its answers: it
 * is in their package, since nobody else may see them.
 */
public final class ReplayMemory {

  private static final int[] EVENTS = {100_000, 300_000, 1_000_000};

  private ReplayMemory() {}

  /**
   * Prints a row for each number of events.
   *
   * @param args the folder of a model, whose labels the answers have, and the numbers of events;
   *     100,000, 300,000 and a million where there are none
   */
  public static void main(String[] args) throws IOException {
    ModelSpec model = ModelBundle.read(Path.of(args[0])).spec();
    int[] sizes =
        args.length == 1 ? EVENTS : Stream.of(args).skip(1).mapToInt(Integer::parseInt).toArray();
    System.out.printf(
        Locale.ROOT,
        "%-58s  %10s  %8s  %12s  %12s%n",
        "scored",
        "events",
        "held MB",
        "bytes/event",
        "at most MB");
    for (boolean all : new boolean[] {false, true}) {
      for (int events : sizes) {
        measure(model, events, all);
      }
    }
  }

  private static void measure(ModelSpec model, int events, boolean all) throws IOException {
    long before = LiveHeap.now();
    ScoredReplay scored =
        all ? ScoredReplay.inFull(model, events) : ScoredReplay.byGoldLabels(model, events);
    long held = LiveHeap.now() - before;
    long greatest;
    try (LiveHeap heap = LiveHeap.watched()) {
      scored.writeReports();
      greatest = Math.max(heap.greatest() - before, held);
    }
    System.out.printf(
        Locale.ROOT,
        "%-58s  %,10d  %,8.1f  %,12.1f  %,12.1f%n",
        all ? "--gold-topic, --against, --live-topic" : "--gold",
        events,
        held / 1e6,
        (double) held / events,
        greatest / 1e6);
  }
}
