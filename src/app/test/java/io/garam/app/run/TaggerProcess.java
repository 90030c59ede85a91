package io.garam.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code garam run} in a Java machine of its own. */
final class TaggerProcess implements AutoCloseable {

  private final Process process;
  private final Path stderr;
  private final Path stdout;

  private TaggerProcess(Process process, Path stdout, Path stderr) {
    this.process = process;
    this.stdout = stdout;
    this.stderr = stderr;
  }

  static TaggerProcess start(Map<String, String> settings, String... flags) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(RunMain.class.getName());
    command.addAll(List.of(flags));
    settings.forEach((key, value) -> command.addAll(List.of("--config", key + "=" + value)));
    Path stdout = Files.createTempFile("garam-run", ".out");
    Path stderr = Files.createTempFile("garam-run", ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile())
            .start();
    return new TaggerProcess(process, stdout, stderr);
  }

  /** Waits until standard error holds a text; returns all of it. */
  String awaitLine(String text, Duration timeout) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!errors().contains(text) && process.isAlive() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return errors();
  }

  String errors() throws IOException {
    return Files.readString(stderr, UTF_8);
  }

  String output() throws IOException {
    return Files.readString(stdout, UTF_8);
  }

  /** Asks it to stop, as {@code kill} does, and returns its exit code. */
  int terminate() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(40, TimeUnit.SECONDS)) {
      throw new AssertionError("the tagger did not stop when asked");
    }
    return process.exitValue();
  }

  /** Ends it without warning, as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(stdout);
    Files.deleteIfExists(stderr);
  }
}
