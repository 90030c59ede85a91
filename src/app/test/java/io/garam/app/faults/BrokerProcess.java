package io.garam.app.faults;

import io.garam.app.GaramProcess;
import io.garam.app.SystemCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.Kafka;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * Kafka's own broker in a process of its own, at a port and on a folder that stay when it comes
 * again, and reached through a {@link Link}. Not safe for many threads.
 */
final class BrokerProcess implements AutoCloseable {

  private final Path folder;
  private final Link link;
  private final Map<String, String> environment;
  private Process process;

  private BrokerProcess(Path folder, Link link, Map<String, String> environment, Process process) {
    this.folder = folder;
    this.link = link;
    this.environment = environment;
    this.process = process;
  }

  /**
   * Formats a folder and starts a broker there.
   *
   * @param link what its clients come through
   */
  static BrokerProcess start(
      Path folder,
      String clusterId,
      Properties settings,
      Link link,
      Map<String, String> environment)
      throws Exception {
    Files.createDirectories(folder);
    settings.put("log.dirs", folder.resolve("data").toString());
    try (OutputStream file = Files.newOutputStream(folder.resolve("server.properties"))) {
      settings.store(file, null);
    }
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setNodeId(Integer.parseInt(settings.getProperty("node.id")))
        .setClusterId(clusterId)
        .addDirectory(settings.getProperty("log.dirs"))
        .setControllerListenerName("CONTROLLER")
        .run();
    return new BrokerProcess(folder, link, environment, launch(folder, environment));
  }

  private static Process launch(Path folder, Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(GaramProcess.shortLivedJava(Kafka.class, 384))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    builder.command().add(folder.resolve("server.properties").toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Returns {@code host:port}, of the link. */
  String address() {
    return "127.0.0.1:" + link.port();
  }

  /** Ends it without warning, as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Starts it again, on what it had written. */
  void startAgain() throws IOException {
    process = launch(folder, environment);
  }

  void freeze() throws IOException {
    SystemCommand.freeze(process.pid());
  }

  void thaw() throws IOException {
    SystemCommand.thaw(process.pid());
  }

  void cutOff() {
    link.cut();
  }

  void connect() {
    link.mend();
  }

  @Override
  public void close() {
    kill();
    link.close();
  }
}
