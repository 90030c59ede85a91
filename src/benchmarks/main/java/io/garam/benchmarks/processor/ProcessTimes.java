package io.garam.benchmarks.processor;

import io.garam.nlu.GaramException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Processor time of processes by kind of thread. What threads took that have ended since they were
 * looked at is in a process's own total, and so with {@link ThreadKind#OTHER}; look often enough
 * for that to be little.
 */
public final class ProcessTimes {

  private final List<Path> processes;

  /** The last line of each thread by its folder, those that have ended among them. */
  private final Map<Path, StatLine> threads = new HashMap<>();

  /** Of processes on this machine, by their numbers; together. */
  public ProcessTimes(List<Long> pids) {
    this.processes = pids.stream().map(pid -> Path.of("/proc", String.valueOf(pid))).toList();
  }

  /** Of a process on this machine, by its number. */
  public ProcessTimes(long pid) {
    this(List.of(pid));
  }

  /**
   * Looks at all threads and returns the seconds that each kind took so far; together they are what
   * the processes took.
   *
   * @throws GaramException if a process has ended, or this is not Linux
   */
  public Map<ThreadKind, Double> look() {
    double total = 0;
    for (Path process : processes) {
      total += look(process);
    }
    return byKind(threads.values(), total);
  }

  private double look(Path process) {
    try {
      try (DirectoryStream<Path> tasks = Files.newDirectoryStream(process.resolve("task"))) {
        tasks.forEach(this::lookAtThread);
      }
      return StatLine.read(process.resolve("stat")).seconds();
    } catch (IOException e) {
      throw new GaramException(
          "Expected "
              + process
              + " to say what processor time a process takes, but it cannot be read ("
              + e.getMessage()
              + "): the process has ended, or this is not Linux; measure on Linux.",
          e);
    }
  }

  private void lookAtThread(Path task) {
    try {
      threads.put(task, StatLine.read(task.resolve("stat")));
    } catch (IOException e) { // The thread has ended meanwhile.
      threads.computeIfAbsent(task, ended -> new StatLine("", 0));
    }
  }

  static Map<ThreadKind, Double> byKind(Iterable<StatLine> threads, double total) {
    Map<ThreadKind, Double> seconds = new EnumMap<>(ThreadKind.class);
    for (ThreadKind kind : ThreadKind.values()) {
      seconds.put(kind, 0.0);
    }
    double known = 0;
    for (StatLine thread : threads) {
      seconds.merge(ThreadKind.of(thread.name()), thread.seconds(), Double::sum);
      known += thread.seconds();
    }
    // Each is counted in whole ticks, so that threads may know of a little more.
    seconds.merge(ThreadKind.OTHER, Math.max(0, total - known), Double::sum);
    return seconds;
  }

  /** Returns the seconds of all kinds together. */
  public static double sum(Map<ThreadKind, Double> seconds) {
    return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
