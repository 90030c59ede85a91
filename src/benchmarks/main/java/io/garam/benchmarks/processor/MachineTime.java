package io.garam.benchmarks.processor;

import io.garam.nlu.GaramException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time of the whole machine, all its cores together. */
public final class MachineTime {

  private static final Path STAT = Path.of("/proc/stat");

  private MachineTime() {}

  /**
   * Returns the seconds in which a core was busy so far, for whomever, also for other machines on
   * the same host.
   *
   * @throws GaramException if this is not Linux
   */
  public static double busySeconds() {
    try {
      return parse(Files.readAllLines(STAT).get(0));
    } catch (IOException e) {
      throw new GaramException(
          "Expected "
              + STAT
              + " to say how busy the machine is, but it cannot be read; measure on Linux.",
          e);
    }
  }

  /** Parses {@code cpu USER NICE SYSTEM IDLE IOWAIT IRQ SOFTIRQ STEAL …}. */
  static double parse(String line) {
    String[] fields = line.trim().split(" +", -1);
    long ticks = 0;
    for (int field = 1; field <= 8 && field < fields.length; field++) {
      boolean idle = field == 4 || field == 5;
      ticks += idle ? 0 : Long.parseLong(fields[field]);
    }
    return ticks / StatLine.TICKS;
  }
}
