package io.garam.benchmarks.footprint;

import java.lang.management.ManagementFactory;

/**
 * Live heap: watches that of this process: what is left of it after a full collection, again and
 * again. That takes processor time, which is not to be measured meanwhile.
 */
public final class LiveHeap implements AutoCloseable {

  private final Thread watch = new Thread(this::watch, "live-heap");
  private volatile boolean over;
  private volatile long greatest;

  private LiveHeap() {}

  /** Begins to watch. */
  public static LiveHeap watched() {
    LiveHeap heap = new LiveHeap();
    heap.watch.setDaemon(true);
    heap.watch.start();
    return heap;
  }

  /** Returns the bytes that are live now. */
  public static long now() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void watch() {
    while (!over) {
      greatest = Math.max(greatest, now());
      try {
        Thread.sleep(500);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Returns the most bytes that were live so far. */
  public long greatest() {
    return greatest;
  }

  /** Watches no more. */
  @Override
  public void close() {
    over = true;
    watch.interrupt();
  }
}
