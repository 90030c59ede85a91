package io.garam.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MemoryLookTest {

  @Test
  void theHeapIsTheTotalOfTheHistogram() {
    List<String> lines =
        List.of(
            " num     #instances         #bytes  class name (module)",
            "   1:         29532        2104808  [B (java.base@17.0.1)",
            "Total        173429        8429808");

    assertThat(MemoryLook.total(lines)).isEqualTo(8_429_808);
    assertThatThrownBy(() -> MemoryLook.total(List.of("nothing")))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("measure with a JDK");
  }

  @Test
  void whatIsResidentIsInKilobytes() {
    assertThat(MemoryLook.resident(List.of("Name:\tjava", "VmRSS:\t  2048 kB"))).isEqualTo(2 << 20);
  }

  @Test
  void thisProcessHasAHeapThatIsLive(@TempDir Path folder) throws Exception {
    byte[] held = new byte[30_000_000];

    MemoryLook look = MemoryLook.of(ProcessHandle.current().pid(), folder);

    assertThat(look.heap()).isGreaterThanOrEqualTo(held.length);
    assertThat(look.resident()).isGreaterThanOrEqualTo(held.length);
  }

  @Test
  void theTableSaysMegabytes() {
    MemoryTable table =
        new MemoryTable(
            List.of(new MemoryResult("Garam", 5, 7_000, 50_000_000, 50_500_000, 1 << 30, 1 << 30)));

    assertThat(table.markdown().lines().map(line -> line.replaceAll(" *\\| *", "|")))
        .contains("|Garam|7,000|5|50.0|50.5|1073.7|1073.7|");
  }
}
