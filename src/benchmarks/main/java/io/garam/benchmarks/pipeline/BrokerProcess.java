package io.garam.benchmarks.pipeline;

import io.garam.app.broker.EmbeddedBroker;
import io.garam.nlu.GaramException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** Broker in a process of its own, whose data goes when it is closed. */
public final class BrokerProcess implements AutoCloseable {

  private final Process process;
  private final String bootstrapServers;

  private BrokerProcess(Process process, String bootstrapServers) {
    this.process = process;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts one and waits until it answers.
   *
   * @param log where its log goes
   * @throws GaramException if it does not start
   */
  public static BrokerProcess start(JavaCommand java, Path log) throws IOException {
    Process process =
        new ProcessBuilder(java.of(BrokerProcess.class)).redirectError(log.toFile()).start();
    BufferedReader output = process.inputReader();
    String bootstrapServers = output.readLine();
    if (bootstrapServers == null) {
      throw new GaramException(
          "Expected a broker to start, but it ended; "
              + log
              + " says why. Mend that and try again.");
    }
    return new BrokerProcess(process, bootstrapServers);
  }

  /** Runs a broker until nothing more can come on standard input, as when its parent ends. */
  public static void main(String[] args) throws IOException {
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      System.out.println(broker.bootstrapServers());
      System.in.readAllBytes();
    }
    System.exit(0);
  }

  /** Returns {@code host:port}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Returns its number as the system has it. */
  public long pid() {
    return process.pid();
  }

  /** Stops it and waits until it has. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }
}
