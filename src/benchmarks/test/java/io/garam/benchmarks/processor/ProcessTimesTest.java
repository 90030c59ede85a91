package io.garam.benchmarks.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.garam.nlu.GaramException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProcessTimesTest {

  @Test
  void aNameMayHoldSpacesAndBrackets() {
    StatLine line =
        StatLine.parse("7 (C2 (x) Compiler) S 1 7 7 0 -1 64 0 0 0 0 250 50 0 0 20 0 1 0 9 8 7");

    assertThat(line).isEqualTo(new StatLine("C2 (x) Compiler", 3));
  }

  @Test
  void threadsAreToldApartByTheNamesThatLinuxKeeps() {
    assertThat(ThreadKind.of("bench-StreamThr")).isEqualTo(ThreadKind.WORK);
    assertThat(ThreadKind.of("Source: events ")).isEqualTo(ThreadKind.WORK);
    assertThat(ThreadKind.of("kafka-producer-")).isEqualTo(ThreadKind.CLIENTS);
    assertThat(ThreadKind.of("C2 CompilerThre")).isEqualTo(ThreadKind.JIT);
    assertThat(ThreadKind.of("GC Thread#1")).isEqualTo(ThreadKind.COLLECTOR);
    assertThat(ThreadKind.of("kafka-coordinat")).isEqualTo(ThreadKind.OTHER);
  }

  @Test
  void kindsAddUpToTheProcessEndedThreadsAmongThem() {
    List<StatLine> threads =
        List.of(
            new StatLine("bench-StreamThr", 4),
            new StatLine("bench-StreamThr", 3),
            new StatLine("C1 CompilerThre", 1));

    Map<ThreadKind, Double> seconds = ProcessTimes.byKind(threads, 10);

    assertThat(seconds)
        .containsEntry(ThreadKind.WORK, 7.0)
        .containsEntry(ThreadKind.JIT, 1.0)
        .containsEntry(ThreadKind.OTHER, 2.0)
        .containsEntry(ThreadKind.CLIENTS, 0.0);
    assertThat(ProcessTimes.sum(seconds)).isEqualTo(10);
  }

  @Test
  void whatAThreadOfThisProcessTookIsSeenAlsoAfterItEnded() throws InterruptedException {
    ProcessTimes times = new ProcessTimes(ProcessHandle.current().pid());
    double before = ProcessTimes.sum(times.look());
    Thread busy = new Thread(ProcessTimesTest::spin, "bench-StreamThread-1");
    busy.start();
    busy.join();

    double after = ProcessTimes.sum(times.look());

    assertThat(after - before).as("200 ms of spinning").isGreaterThanOrEqualTo(0.15);
  }

  private static void spin() {
    while (cpu() < 200_000_000) {
      Thread.onSpinWait();
    }
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  @Test
  void aProcessThatHasEndedIsSaidToHave() {
    assertThatThrownBy(() -> new ProcessTimes(Integer.MAX_VALUE).look())
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("the process has ended, or this is not Linux");
  }

  @Test
  void idleAndWaitingTimeOfTheMachineIsNotBusy() {
    assertThat(MachineTime.parse("cpu  100 20 30 4000 500 6 7 800 9 9")).isEqualTo(9.63);
  }

  @Test
  void othersAreWhatIsBusyAndNotOwn() {
    Noise noise = Noise.of(10, 8, 20);

    assertThat(noise.others()).isCloseTo(0.1, within(1e-9));
    assertThat(noise.isQuiet()).isTrue();
    assertThat(Noise.of(10.1, 8, 20).isQuiet()).isFalse();
    assertThat(Noise.of(7, 8, 20).others()).as("times are read one after another").isZero();
  }
}
