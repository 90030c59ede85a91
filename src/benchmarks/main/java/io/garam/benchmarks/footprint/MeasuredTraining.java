package io.garam.benchmarks.footprint;

import com.sun.management.OperatingSystemMXBean;
import io.garam.benchmarks.TrainingCommand;
import io.garam.nlu.GaramException;
import io.garam.nlu.io.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process that trains one model and writes down what it took. */
final class MeasuredTraining {

  private MeasuredTraining() {}

  /**
   * Trains.
   *
   * @param args where to write a {@link Footprint} as JSON, whether the live heap is watched, and
   *     the command, beginning with {@code train}
   */
  public static void main(String[] args) throws IOException {
    long live = 0;
    List<String> command = List.of(args).subList(2, args.length);
    if (Boolean.parseBoolean(args[1])) {
      try (LiveHeap heap = LiveHeap.watched()) {
        TrainingCommand.run(command);
        live = heap.greatest();
      }
    } else {
      TrainingCommand.run(command);
    }
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    Footprint took = new Footprint(resident(), live, system.getProcessCpuTime() / 1e9);
    Files.writeString(Path.of(args[0]), Json.MAPPER.writeValueAsString(took));
  }

  /** Linux keeps the greatest resident memory of a process. */
  private static long resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      throw new GaramException(
          "Expected "
              + status
              + " to say how much memory was resident, but there is none; measure"
              + " on Linux.");
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
