package io.garam.benchmarks.latency;

import io.garam.benchmarks.peers.Programs;
import io.garam.nlu.GaramException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Look at the memory of a JVM.
 *
 * @param heap bytes that are live after a full collection, which the look makes
 * @param resident bytes of the process in memory
 */
record MemoryLook(long heap, long resident) {

  /**
   * Looks at a process.
   *
   * @param folder for what the JDK's tool prints
   * @throws GaramException if there is no JDK, or this is not Linux
   */
  static MemoryLook of(long pid, Path folder) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    List<String> histogram =
        Programs.run(List.of(jcmd, String.valueOf(pid), "GC.class_histogram"), folder);
    return new MemoryLook(
        total(histogram), resident(Files.readAllLines(Path.of("/proc/" + pid + "/status"))));
  }

  /** Returns the bytes of the last line, {@code Total INSTANCES BYTES}. */
  static long total(List<String> histogram) {
    return histogram.stream()
        .filter(line -> line.startsWith("Total"))
        .mapToLong(line -> Long.parseLong(line.trim().split(" +", -1)[2]))
        .findFirst()
        .orElseThrow(
            () ->
                new GaramException(
                    "Expected jcmd to end with a total of the heap, but found none; measure with a"
                        + " JDK of HotSpot."));
  }

  /** Returns the bytes of {@code VmRSS}, which is in kB. */
  static long resident(List<String> status) {
    return status.stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> 1_024 * Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow(
            () ->
                new GaramException(
                    "Expected /proc to say how much memory is resident, but it does not; measure"
                        + " on Linux."));
  }
}
