package io.garam.app.faults;

import io.garam.app.SystemCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Mounts of this machine, which need the rights of root. */
final class Mounts {

  private Mounts() {}

  /** Says whether a file system can be mounted here. */
  static boolean canBeMade() {
    try {
      Path folder = Files.createTempDirectory("garam-mount");
      mountMemory(folder, 1);
      unmount(folder);
      Files.delete(folder);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Says whether a folder is where a file system is mounted. */
  static boolean isPoint(Path folder) throws IOException {
    Path points = Path.of("/proc/self/mounts");
    return Files.exists(points)
        && Files.readAllLines(points).stream().anyMatch(line -> line.contains(" " + folder + " "));
  }

  /** Mounts a file system in memory. */
  static void mountMemory(Path folder, int megabytes) throws IOException {
    SystemCommand.run(
        "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "garam-test", folder.toString());
  }

  /** Mounts a folder over itself, so that it can be read alone; files that are open stay so. */
  static void mountReadOnly(Path folder) throws IOException {
    SystemCommand.run("mount", "--bind", folder.toString(), folder.toString());
    SystemCommand.run("mount", "-o", "remount,bind,ro", folder.toString());
  }

  static void unmount(Path folder) throws IOException {
    SystemCommand.run("umount", folder.toString());
  }
}
