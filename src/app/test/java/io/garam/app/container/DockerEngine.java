package io.garam.app.container;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Whether a Docker engine answers, asked once and briefly. */
final class DockerEngine {

  private static final boolean ANSWERS = ask();

  private DockerEngine() {}

  static boolean answers() {
    return ANSWERS;
  }

  private static boolean ask() {
    try {
      Process info =
          new ProcessBuilder("docker", "info")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = info.waitFor(10, TimeUnit.SECONDS);
      info.destroyForcibly();
      return ended && info.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
