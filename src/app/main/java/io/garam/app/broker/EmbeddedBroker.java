package io.garam.app.broker;

import io.garam.nlu.GaramException;
import java.nio.file.Path;

/**
 * Embedded Kafka broker, a real one and its controller in this process, reachable from this machine
 * alone, so that the first run needs nothing installed. Not for production: there is one replica of
 * everything and no security, and nothing is deleted for its age.
 */
public final class EmbeddedBroker implements AutoCloseable {

  /** Lets the system choose a free port. */
  public static final int ANY_PORT = 0;

  private final RaftServer server;
  private final int port;
  private final FolderLock folder;
  private final boolean temporary;

  private EmbeddedBroker(RaftServer server, int port, FolderLock folder, boolean temporary) {
    this.server = server;
    this.port = port;
    this.folder = folder;
    this.temporary = temporary;
  }

  /** Starts a broker on a free port whose data is deleted when it closes. */
  public static EmbeddedBroker startTemporary() {
    return start(DataFolder.temporary(), ANY_PORT, true);
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
      int listener = FreePort.find(port);
      FolderLock folder = FolderLock.take(data.path());
      try {
        RaftServer.formatOnce(folder.path());
        FatalFault.sayFor(folder.path());
        RaftServer server =
            RaftServer.start(BrokerSettings.of(folder.path(), listener, FreePort.find(ANY_PORT)));
        return new EmbeddedBroker(server, listener, folder, temporary);
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

  /** Returns {@code host:port}. */
  public String bootstrapServers() {
    return BrokerSettings.HOST + ":" + port;
  }

  /** Stops the broker, and waits until it has. */
  @Override
  public void close() {
    server.close();
    FatalFault.reset();
    folder.close();
    if (temporary) {
      DataFolder.delete(folder.path());
    }
  }
}
