package io.garam.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Time that a program took from its start to its end.
 *
 * @param real seconds by the clock
 * @param cpu seconds of processor time, its children's included
 */
public record ProgramTime(double real, double cpu) {

  /**
   * Runs a program to its end and times it; what it prints is thrown away.
   *
   * @param work a folder for files
   */
  public static ProgramTime of(List<String> command, Path work)
      throws IOException, InterruptedException {
    List<String> timed = new ArrayList<>(List.of("bash", "-c"));
    timed.add("{ time -p \"$@\" > /dev/null; } 2>&1");
    timed.add("bash");
    timed.addAll(command);
    double[] found = new double[3];
    for (String line : Programs.run(timed, work)) {
      String[] parts = line.split(" ", -1);
      int index = List.of("real", "user", "sys").indexOf(parts[0]);
      if (index >= 0) {
        found[index] = Double.parseDouble(parts[1]);
      }
    }
    return new ProgramTime(found[0], found[1] + found[2]);
  }
}
