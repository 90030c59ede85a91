package io.garam.app.broker;

import java.nio.file.Path;
import org.apache.kafka.common.utils.Exit;

/**
 * The end of the process on a fault of the broker that Kafka calls fatal, such as the loss of its
 * folder. Kafka halts the process without a word; here a sentence comes first.
 */
final class FatalFault {

  private FatalFault() {}

  /** Has the process say which folder's broker it was, and then halt. */
  static void sayFor(Path folder) {
    Exit.Procedure end =
        (status, message) -> {
          System.err.println(
              "Expected the embedded broker to go on, but it met a fault that it cannot mend ("
                  + (message == null ? "an error above says which" : message)
                  + "); see that the folder "
                  + folder
                  + " is there, is writable and has space on its disk, and start again: what was"
                  + " committed is kept.");
          Runtime.getRuntime().halt(status);
        };
    Exit.setHaltProcedure(end);
    Exit.setExitProcedure(end);
  }

  /** Leaves the end of the process to Kafka again. */
  static void reset() {
    Exit.resetHaltProcedure();
    Exit.resetExitProcedure();
  }
}
