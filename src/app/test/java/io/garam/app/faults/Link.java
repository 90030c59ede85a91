package io.garam.app.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * TCP forwarder between clients and a broker, which can be cut: nothing passes then, and nobody is
 * told. Connections from before are reset when it is whole again. Owns its threads and sockets.
 */
final class Link implements AutoCloseable {

  private final ServerSocket listener;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  private Link(ServerSocket listener, int target) {
    this.listener = listener;
    this.target = target;
  }

  /**
   * Forwards to a port of this machine.
   *
   * @param target the port; nobody needs to listen there yet
   */
  static Link to(int target) throws IOException {
    Link link = new Link(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
    daemon(link::accept);
    return link;
  }

  /** Returns the port at which clients connect. */
  int port() {
    return listener.getLocalPort();
  }

  /** Lets nothing pass from now on. */
  void cut() {
    cut = true;
  }

  /** Lets pass again; what was on its way is lost, with its connection. */
  void mend() {
    sockets.forEach(Link::reset);
    cut = false;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        sockets.add(client);
        if (!cut) {
          connect(client);
        }
      } catch (IOException e) {
        // Closed, or the broker is not there: the client has been told by a reset.
      }
    }
  }

  private void connect(Socket client) throws IOException {
    try {
      Socket broker = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.add(broker);
      daemon(() -> forward(client, broker));
      daemon(() -> forward(broker, client));
    } catch (IOException e) {
      sockets.remove(client);
      reset(client);
      throw e;
    }
  }

  private void forward(Socket from, Socket to) {
    byte[] buffer = new byte[64 * 1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (!cut) {
          out.write(buffer, 0, read);
        }
      }
    } catch (IOException e) {
      // One side has gone; the other is told so below.
    }
    if (!cut) {
      for (Socket socket : Set.of(from, to)) {
        sockets.remove(socket);
        reset(socket);
      }
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // It is closed already.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "link");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sockets.forEach(Link::reset);
  }
}
