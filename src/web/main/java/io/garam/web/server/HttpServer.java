package io.garam.web.server;

import io.garam.nlu.GaramException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * HTTP server for a few clients on a few paths. It takes a bounded number of connections, threads
 * and bytes, so that nobody who reaches it can slow the tagger down: {@value #MOST_CONNECTIONS}
 * connections, {@value #MOST_THREADS} threads and 8 KB of header at a time. A connection is for one
 * request, and lasts ten seconds at most, so that slow clients do not keep others out for longer.
 */
public final class HttpServer implements AutoCloseable {

  private static final int MOST_CONNECTIONS = 64;
  private static final int MOST_THREADS = 6;
  private static final int HEADER_BYTES = 8 << 10;
  private static final Duration LONGEST_CONNECTION = Duration.ofSeconds(10);

  private final Server server;
  private final ServerConnector connector;

  private HttpServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Opens the port and begins to answer.
   *
   * @param address where to listen; port 0 for a free one
   * @param endpoints by path, such as {@code /health}
   * @throws GaramException if the address cannot be listened on
   */
  public static HttpServer open(InetSocketAddress address, Map<String, Endpoint> endpoints) {
    return open(address, endpoints, LONGEST_CONNECTION);
  }

  static HttpServer open(
      InetSocketAddress address, Map<String, Endpoint> endpoints, Duration longestConnection) {
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 1);
    threads.setName("garam-http");
    threads.setDaemon(true);
    Server server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setPersistentConnectionsEnabled(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(address.getHostString());
    connector.setPort(address.getPort());
    connector.setIdleTimeout(longestConnection.toMillis());
    connector.addBean(new ConnectionAge(connector, longestConnection));
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
    server.setHandler(new Endpoints(endpoints));
    server.setErrorHandler(new ShortErrors());
    try {
      server.start();
      return new HttpServer(server, connector);
    } catch (Exception e) {
      stop(server);
      throw new GaramException(
          "Expected to listen on "
              + address.getHostString()
              + ":"
              + address.getPort()
              + ", but that failed ("
              + reason(e)
              + "); choose another address.",
          e);
    }
  }

  private static String reason(Exception e) {
    Throwable cause = e.getCause() instanceof BindException bind ? bind : e;
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  /** Returns where it listens, such as {@code http://127.0.0.1:7878}. */
  public String address() {
    String host = connector.getHost();
    return "http://"
        + (host.contains(":") ? "[" + host + "]" : host)
        + ":"
        + connector.getLocalPort();
  }

  @Override
  public void close() {
    stop(server);
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (Exception e) {
      throw new GaramException("Expected the HTTP server to stop, but it does not.", e);
    }
  }
}
