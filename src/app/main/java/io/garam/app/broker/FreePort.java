package io.garam.app.broker;

import io.garam.nlu.GaramException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Free port of this machine's loopback address. */
final class FreePort {

  private FreePort() {}

  /**
   * Returns a port that is free.
   *
   * @param wanted the port, or {@link EmbeddedBroker#ANY_PORT}
   * @throws GaramException if it is taken
   */
  static int find(int wanted) {
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
