package io.garam.benchmarks.pipeline;

import io.garam.nlu.GaramException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Processes of a pipeline, one for each instance, which end when it is closed, or when this JVM
 * ends in order.
 */
public final class PipelineProcess implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 15;
  private static final int LAST_LINES = 20;

  private final List<Process> instances;
  private final Path log;
  private final Thread atTheEnd;

  private PipelineProcess(List<Process> instances, Path log) {
    this.instances = instances;
    this.log = log;
    this.atTheEnd = new Thread(() -> instances.forEach(Process::destroyForcibly), "end-pipeline");
  }

  static PipelineProcess start(List<ProcessBuilder> commands, Path log) throws IOException {
    List<Process> instances = new ArrayList<>();
    PipelineProcess started = new PipelineProcess(instances, log);
    Runtime.getRuntime().addShutdownHook(started.atTheEnd);
    for (ProcessBuilder command : commands) {
      instances.add(
          command
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(log.toFile()))
              .start());
    }
    return started;
  }

  /** Returns their numbers as the system has them. */
  public List<Long> pids() {
    return instances.stream().map(Process::pid).toList();
  }

  /**
   * Goes on if all run.
   *
   * @throws GaramException if one has ended, with the last lines of the log
   */
  public void requireAlive() throws IOException {
    for (Process instance : instances) {
      if (!instance.isAlive()) {
        throw failure("it ended with " + instance.exitValue());
      }
    }
  }

  /** Returns the failure of a measurement, with the last lines of the log. */
  public GaramException failure(String found) throws IOException {
    List<String> lines = Files.readAllLines(log);
    List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    return new GaramException(
        "Expected a pipeline to work off its events, but "
            + found
            + "; mend what its log says:\n"
            + String.join("\n", last));
  }

  /** Ends them, by force where they do not end by themselves. */
  @Override
  public void close() {
    instances.forEach(Process::destroy);
    for (Process instance : instances) {
      instance.onExit().completeOnTimeout(instance, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
      instance.destroyForcibly().onExit().join();
    }
    Runtime.getRuntime().removeShutdownHook(atTheEnd);
  }
}
