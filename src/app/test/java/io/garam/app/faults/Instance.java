package io.garam.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.Garam;
import io.garam.app.GaramProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Instance of a tagger: a process with a state folder of its own, which may end and be started
 * again. Not safe for many threads.
 */
final class Instance implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path stateFolder;
  private final Map<String, String> settings;
  private final Map<String, String> environment;
  private GaramProcess process;

  /** Starts it; whether it runs is to be awaited. */
  Instance(Path stateFolder, Map<String, String> settings, Map<String, String> environment)
      throws IOException {
    this.stateFolder = stateFolder;
    this.settings = settings;
    this.environment = environment;
    this.process = launch();
  }

  private GaramProcess launch() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("run"));
    settings.forEach((key, value) -> arguments.addAll(List.of("--config", key + "=" + value)));
    return GaramProcess.start(
        GaramProcess.shortLivedJava(Garam.class, 512), arguments, environment);
  }

  Path stateFolder() {
    return stateFolder;
  }

  /** Waits until it says that it tags. */
  void awaitRunning() throws Exception {
    assertThat(process.awaitLine("Ctrl-C", PATIENCE)).contains("Tagging");
  }

  /** Waits until it says that it tags, or has ended. */
  void awaitRunningOrEnded() throws Exception {
    if (!process.awaitLine("Ctrl-C", PATIENCE).contains("Tagging")) {
      assertThat(process.isAlive()).as("neither runs nor has ended: %s", log()).isFalse();
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Starts it again once it has ended. */
  void startAgain() throws IOException {
    process.close();
    process = launch();
  }

  /** Ends it without warning, as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.kill();
  }

  void freeze() throws IOException {
    process.freeze();
  }

  void thaw() throws IOException {
    process.thaw();
  }

  /** Asks it to stop, as {@code kill} does, and returns its exit code. */
  int terminate() throws InterruptedException {
    return process.terminate();
  }

  /** Returns how often the log has said something. */
  long said(String text) throws IOException {
    return log().lines().filter(line -> line.contains(text)).count();
  }

  /** Returns what it has logged since it was started the last time. */
  String log() throws IOException {
    return process.errors();
  }

  @Override
  public void close() throws IOException {
    process.close();
  }
}
