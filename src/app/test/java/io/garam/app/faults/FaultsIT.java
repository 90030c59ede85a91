package io.garam.app.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults strike taggers and brokers while events pass, and what comes out is that of an undisturbed
 * run. {@code scripts/faults} runs the whole table; of itself this runs what fits into two minutes.
 */
class FaultsIT {

  private static final List<FaultRow> QUICK =
      List.of(FaultRow.KILL, FaultRow.PAUSED_BROKER, FaultRow.STOP, FaultRow.GONE_STATE);
  private static final String ROWS = System.getProperty("garam.test.faults", "quick");
  private static final int TIMES = Integer.getInteger("garam.test.fault.times", 0);
  private static final GroupProtocol PROTOCOL =
      GroupProtocol.valueOf(
          System.getProperty("garam.test.group.protocol", "classic").toUpperCase(Locale.ROOT));
  private static final AtomicInteger beds = new AtomicInteger();
  private static final Path FILE = Path.of("target", "faults.md");
  private static final FaultTable table = new FaultTable();

  @TempDir static Path folder;

  @TestFactory
  Stream<DynamicTest> nothingIsLostDoubledReorderedOrLabelledOtherwise() {
    if (ROWS.equals("quick")) {
      return Stream.of(dynamicTest("one of each in one stream", FaultsIT::quick));
    }
    return rows().map(row -> dynamicTest(row.commandName(), () -> run(row)));
  }

  private static Stream<FaultRow> rows() {
    return ROWS.equals("all")
        ? Arrays.stream(FaultRow.values())
        : Arrays.stream(ROWS.split(",", -1)).map(FaultRow::named);
  }

  private static void quick() throws Exception {
    Trial trial =
        new Trial(FaultRow.STOP.layout(PROTOCOL), QUICK.stream().map(FaultRow::fault).toList());
    run(
        "one after another: "
            + String.join(", ", QUICK.stream().map(FaultRow::commandName).toList()),
        1,
        trial);
  }

  private static void run(FaultRow row) throws Exception {
    int times = TIMES == 0 ? row.times() : TIMES;
    Optional<String> missing = row.missing();
    if (missing.isPresent()) {
      table.addFailure(row.description(), 0, "did not run: this machine lacks " + missing.get());
      table.write(FILE);
    }
    assumeTrue(missing.isEmpty(), missing::toString);
    run(
        row.description(),
        times,
        new Trial(row.layout(PROTOCOL), Collections.nCopies(times, row.fault())));
  }

  private static void run(String name, int times, Trial trial) throws Exception {
    try {
      table.add(name, times, trial.run(folder.resolve("bed-" + beds.incrementAndGet())));
    } catch (Exception | AssertionError e) {
      table.addFailure(name, times, "failed");
      throw e;
    } finally {
      // After each row, for a run that is ended before the last.
      table.write(FILE);
    }
  }
}
