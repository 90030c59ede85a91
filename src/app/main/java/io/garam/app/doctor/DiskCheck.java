package io.garam.app.doctor;

import io.garam.nlu.io.FileFault;
import io.garam.streams.doctor.Check;
import io.garam.streams.doctor.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Check of a folder: whether it can be written, has room and, where that is needed, lets files be
 * executed.
 *
 * @param name of the check
 * @param folder that need not exist yet
 * @param setting that names it
 * @param executed whether files in it are
 */
record DiskCheck(String name, Path folder, String setting, boolean executed) implements Check {

  /** ONNX Runtime and RocksDB unpack less than that, and it is what a quiet store needs. */
  private static final long ROOM_BYTES = 200L << 20;

  /** A file may be made where nothing more can be written. */
  private static final int LEAST_BYTES = 1 << 16;

  @Override
  public List<String> needs() {
    return List.of();
  }

  @Override
  public Finding run() {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      Path file = Files.createTempFile(there, "garam-doctor-", null);
      try {
        Files.write(file, new byte[LEAST_BYTES]);
        if (executed && !(file.toFile().setExecutable(true) && Files.isExecutable(file))) {
          return Finding.fault(
              "Expected files in "
                  + folder
                  + " to be executable, as native libraries are unpacked there, but they are not;"
                  + " mount it without noexec, or set "
                  + setting
                  + " to another folder.");
        }
      } finally {
        Files.delete(file);
      }
      long room = Files.getFileStore(there).getUsableSpace();
      String found = String.format(Locale.ROOT, "%s, room: %,d MB", folder, room >> 20);
      return room < ROOM_BYTES
          ? Finding.warning(
              String.format(
                  Locale.ROOT,
                  "Expected %,d MB of room or more, but found %s; make room, or set %s to another"
                      + " folder.",
                  ROOM_BYTES >> 20,
                  found,
                  setting))
          : Finding.ok(found);
    } catch (IOException e) {
      return Finding.fault(
          "Expected to write in "
              + folder
              + ", but that failed ("
              + FileFault.of(e)
              + "); set "
              + setting
              + " to a folder with the right to write and room.");
    }
  }
}
