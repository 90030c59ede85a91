package io.garam.benchmarks.speed;

import io.garam.benchmarks.peers.Programs;
import io.garam.nlu.GaramException;
import io.garam.nlu.io.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Python's torch in a process of its own, which learns from the same minibatches whenever it is
 * told to.
 */
final class Torch implements AutoCloseable {

  private final Process process;
  private final PrintWriter orders;
  private final BufferedReader answers;

  private Torch(Process process) {
    this.process = process;
    this.orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8));
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts it.
   *
   * @param script {@code torch_speed.py}
   * @throws GaramException if there is no Python with torch on this machine
   */
  static Torch start(Path script, EpochBatches epoch) throws IOException, InterruptedException {
    String python =
        Programs.pythonWith("torch")
            .orElseThrow(
                () ->
                    new GaramException(
                        "Expected a Python with torch to compare with, but found none; install it"
                            + " (python3-torch in Debian)."));
    Path file = Files.createTempFile("garam-epoch-", ".json");
    file.toFile().deleteOnExit();
    Json.MAPPER.writeValue(file.toFile(), epoch);
    return new Torch(
        new ProcessBuilder(python, script.toString(), file.toString())
            .redirectError(Redirect.INHERIT)
            .start());
  }

  /** Learns from each minibatch once. */
  EpochResult learn(int threads) throws IOException {
    orders.println(threads);
    orders.flush();
    String answer = answers.readLine();
    if (answer == null) {
      throw new GaramException(
          "Expected a rate from torch_speed.py, but it ended; the lines above say why.");
    }
    String[] figures = answer.split(" ", -1);
    return new EpochResult(Double.parseDouble(figures[0]), Double.parseDouble(figures[1]));
  }

  @Override
  public void close() {
    process.destroy();
  }
}
