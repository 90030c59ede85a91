package io.garam.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

final class MediansTest {

  private final List<String> calls = new ArrayList<>();

  @Test
  void theFirstRoundWarmsUpAndOfTheOthersTheMedianCounts() throws Exception {
    Medians medians =
        new Medians()
            .variant("first", rates("first", 9_000, 5, 1, 4, 2, 3))
            .variant("second", rates("second", 1, 2_000, 6, 7, 5, 6));

    assertThat(printed(medians))
        .containsExactly(
            "Rates:",
            "  first                                3 a second (1 to 5), 1.00 times the first",
            "  second                               6 a second (5 to 2,000), 2.00 times the first");
  }

  @Test
  void variantsRunInTurnSoThatNoneHasAQuietMachineToItself() throws Exception {
    printed(
        new Medians()
            .variant("first", rates("first", 1, 1, 1, 1, 1, 1))
            .variant("second", rates("second", 1, 1, 1, 1, 1, 1)));

    assertThat(calls).hasSize(12).startsWith("first", "second", "first", "second");
  }

  @Test
  void processorTimeIsThatOfTheWholeProcessSharedOutOverItsUtterances() throws Exception {
    Medians medians =
        new Medians()
            .variant("waits", () -> 1.0)
            .variant(
                "works",
                () -> {
                  for (long end = cpu() + 20_000_000; cpu() < end; ) {
                    Thread.onSpinWait();
                  }
                  return 1.0;
                });

    List<String> lines = printed(() -> medians.printWithProcessorTime("Rates:", 1000));

    double micros =
        Double.parseDouble(lines.get(2).replaceAll(".*; ([0-9.]+) µs of processor time.*", "$1"));
    assertThat(micros).as("20 ms for 1,000 utterances").isGreaterThanOrEqualTo(20);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private Callable<Double> rates(String name, double... rates) {
    Iterator<Double> each = Arrays.stream(rates).iterator();
    return () -> {
      calls.add(name);
      return each.next();
    };
  }

  /** Prints medians. */
  @FunctionalInterface
  private interface Printing {
    void run() throws Exception;
  }

  private static List<String> printed(Medians medians) throws Exception {
    return printed(() -> medians.print("Rates:"));
  }

  private static List<String> printed(Printing print) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, UTF_8));
    try {
      print.run();
    } finally {
      System.setOut(before);
    }
    return out.toString(UTF_8).lines().toList();
  }
}
