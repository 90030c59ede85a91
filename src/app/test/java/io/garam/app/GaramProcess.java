package io.garam.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code garam} in a Java machine of its own, for tests that end it from outside. */
public final class GaramProcess implements AutoCloseable {

  private final Process process;
  private final Path stderr;
  private final Path stdout;

  private GaramProcess(Process process, Path stdout, Path stderr) {
    this.process = process;
    this.stdout = stdout;
    this.stderr = stderr;
  }

  /** Starts {@code garam run} with settings and flags. */
  public static GaramProcess run(Map<String, String> settings, String... flags) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("run"));
    arguments.addAll(List.of(flags));
    settings.forEach((key, value) -> arguments.addAll(List.of("--config", key + "=" + value)));
    return start(arguments);
  }

  /** Starts {@code garam} with arguments. */
  public static GaramProcess start(List<String> arguments) throws IOException {
    return start(java(Garam.class, "-Xmx512m"), arguments, Map.of());
  }

  /** Returns the command that starts a main class of this build, with the launcher's options. */
  public static List<String> java(Class<?> main, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    return command;
  }

  /**
   * Returns the command that starts a main class as {@link #java} does, but for a JVM that lives
   * for a minute or two among others on few cores: it compiles quickly rather than well.
   */
  public static List<String> shortLivedJava(Class<?> main, int heapMegabytes) {
    return java(main, "-Xmx" + heapMegabytes + "m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
  }

  /**
   * Starts another launcher of {@code garam} with arguments.
   *
   * @param environment variables that it has beside or instead of this process's
   */
  public static GaramProcess start(
      List<String> launcher, List<String> arguments, Map<String, String> environment)
      throws IOException {
    List<String> command = new ArrayList<>(launcher);
    command.addAll(arguments);
    Path stdout = Files.createTempFile("garam", ".out");
    Path stderr = Files.createTempFile("garam", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(stdout.toFile()).redirectError(stderr.toFile());
    builder.environment().putAll(environment);
    return new GaramProcess(builder.start(), stdout, stderr);
  }

  /** Waits until standard error holds a text; returns all of it. */
  public String awaitLine(String text, Duration timeout) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!errors().contains(text) && process.isAlive() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return errors();
  }

  /** Returns the number by which the system knows it. */
  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public String errors() throws IOException {
    return Files.readString(stderr, UTF_8);
  }

  public String output() throws IOException {
    return Files.readString(stdout, UTF_8);
  }

  /** Asks it to stop, as {@code kill} does, and returns its exit code. */
  public int terminate() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(40, TimeUnit.SECONDS)) {
      throw new AssertionError("garam did not stop when asked");
    }
    return process.exitValue();
  }

  /** Waits until it ends by itself, and returns its exit code. */
  public int awaitEnd(Duration timeout) throws InterruptedException {
    if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("garam did not end");
    }
    return process.exitValue();
  }

  /** Freezes it where it stands; a group of consumers misses it only after its session. */
  public void freeze() throws IOException {
    SystemCommand.freeze(pid());
  }

  /** Lets it go on after {@link #freeze}. */
  public void thaw() throws IOException {
    SystemCommand.thaw(pid());
  }

  /** Ends it without warning, as {@code kill -9} does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(stdout);
    Files.deleteIfExists(stderr);
  }
}
