package io.garam.app.broker;

import io.garam.nlu.GaramException;
import io.garam.nlu.io.FileFault;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * Embedded Kafka broker, a real one and its controller in this process, reachable from this machine
 * alone, so that the first run needs nothing installed. Not for production: there is one replica of
 * everything and no security, and nothing is deleted for its age.
 *
 * <p>It uses classes that Kafka does not call public, all of them here.
 */
public final class EmbeddedBroker implements AutoCloseable {

  /** Lets the system choose a free port. */
  public static final int ANY_PORT = 0;

  private static final String HOST = "127.0.0.1";
  private static final int NODE = 1;

  private final KafkaRaftServer server;
  private final String bootstrapServers;
  private final FolderLock folder;
  private final boolean temporary;

  private EmbeddedBroker(
      KafkaRaftServer server, String bootstrapServers, FolderLock folder, boolean temporary) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
    this.folder = folder;
    this.temporary = temporary;
  }

  /** Starts a broker on a free port whose data is deleted when it closes. */
  public static EmbeddedBroker startTemporary() {
    try {
      return start(DataFolder.temporary(), ANY_PORT, true);
    } catch (IOException e) {
      throw new GaramException(
          "Expected to create a temporary folder for the embedded broker, but that failed ("
              + FileFault.of(e)
              + "); free some space or set java.io.tmpdir.",
          e);
    }
  }

  /**
   * Starts a broker on a data folder, which is made where it is missing and stays afterwards.
   *
   * @param port where to listen, or {@link #ANY_PORT}
   * @throws GaramException if the port is taken, or the folder is in use or not a broker's; nothing
   *     is left of the attempt then
   */
  public static EmbeddedBroker start(Path data, int port) {
    return start(DataFolder.of(data), port, false);
  }

  private static EmbeddedBroker start(DataFolder data, int port, boolean temporary) {
    try {
      int listener = freePort(port);
      FolderLock folder = FolderLock.take(data.path());
      try {
        formatOnce(folder.path());
        FatalFault.sayFor(folder.path());
        KafkaRaftServer server =
            startUp(BrokerSettings.of(folder.path(), HOST, NODE, listener, freePort(ANY_PORT)));
        return new EmbeddedBroker(server, HOST + ":" + listener, folder, temporary);
      } catch (Throwable e) {
        FatalFault.reset();
        data.deleteWhatIsNew();
        folder.close();
        throw e;
      }
    } catch (GaramException | NoClassDefFoundError e) { // The image comes without a broker.
      data.deleteIfMade();
      throw e;
    } catch (Throwable e) { // Scala throws checked exceptions undeclared, and errors of the disk.
      data.deleteIfMade();
      throw new GaramException(
          "Expected to start a broker on the folder "
              + data.path()
              + ", but it does not start ("
              + reason(e)
              + "); see that its disk has space and that it is this broker's, or choose another"
              + " folder with --data.",
          e);
    }
  }

  /** Kafka wraps what is wrong, and its own message is that of a class. */
  private static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage() == null ? cause : cause.getMessage());
  }

  private static KafkaRaftServer startUp(Properties properties) {
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    try {
      server.startup();
      return server;
    } catch (Throwable e) {
      shutDown(server, e);
      throw e;
    }
  }

  /** What was started of it ends, whatever else is wrong. */
  private static void shutDown(KafkaRaftServer server, Throwable cause) {
    try {
      server.shutdown();
      server.awaitShutdown();
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  /** Returns {@code host:port}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Stops the broker, and waits until it has. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
    FatalFault.reset();
    folder.close();
    if (temporary) {
      DataFolder.delete(folder.path());
    }
  }

  /** Formatting again with another cluster id would make the folder useless. */
  private static void formatOnce(Path folder) throws Exception {
    if (Files.exists(folder.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
      return;
    }
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setNodeId(NODE)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(folder.toString())
        .setControllerListenerName("CONTROLLER")
        .run();
  }

  private static int freePort(int wanted) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new GaramException(
          "Expected the port "
              + wanted
              + " to be free for the embedded broker, but it is taken ("
              + e.getMessage()
              + "); choose another with --port, or stop the program that uses it.",
          e);
    }
  }
}
