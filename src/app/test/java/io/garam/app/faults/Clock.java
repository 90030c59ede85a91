package io.garam.app.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whose clock of the day a fault may set, by libfaketime, which reads an offset from a file. The
 * clock that only counts on, from which Java takes time-outs, stays.
 */
enum Clock {
  NOBODY,
  TAGGERS,
  BROKERS;

  /** The file within the folder of a test bed. */
  static final String FILE = "clock";

  /** Where Debian and Fedora put it. */
  private static final Stream<Path> LIBRARIES =
      Stream.of(
          Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
          Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"),
          Path.of("/usr/lib64/faketime/libfaketimeMT.so.1"));

  private static final Path LIBRARY =
      LIBRARIES.filter(Files::exists).findFirst().orElse(Path.of("libfaketimeMT.so.1"));

  /** Says whether clocks can be set here. */
  static boolean canBeSet() {
    return Files.exists(LIBRARY);
  }

  /** Sets the clocks that many seconds ahead of the right time, or behind it. */
  static void set(Path folder, int seconds) throws IOException {
    Path next = folder.resolve(FILE + ".next");
    Files.writeString(next, (seconds < 0 ? "" : "+") + seconds + "s\n");
    Files.move(next, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  Map<String, String> ofTaggers(Path file) {
    return this == TAGGERS ? environment(file) : Map.of();
  }

  Map<String, String> ofBrokers(Path file) {
    return this == BROKERS ? environment(file) : Map.of();
  }

  private static Map<String, String> environment(Path file) {
    return Map.of(
        "LD_PRELOAD",
        LIBRARY.toString(),
        "FAKETIME_TIMESTAMP_FILE",
        file.toString(),
        "FAKETIME_NO_CACHE",
        "1",
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        // With it, all timed waits of a JVM end at once, and its threads run hot.
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0");
  }
}
