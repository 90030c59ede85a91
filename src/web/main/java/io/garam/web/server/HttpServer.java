package io.garam.web.server;

import io.garam.nlu.GaramException;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * HTTP server for a few paths. It takes a bounded number of connections, threads and bytes, so that
 * nobody who reaches it can slow down what else the process does: {@link HttpLimits}, and {@value
 * #HEADER_BYTES} bytes of header.
 */
public final class HttpServer implements AutoCloseable {

  private static final int HEADER_BYTES = 8 << 10;

  /** How long answers that are under way may take when it is closed. */
  private static final Duration LONGEST_END = Duration.ofSeconds(2);

  private static final Duration LONGEST_IDLE = Duration.ofMinutes(1);

  private final Server server;
  private final ServerConnector connector;
  private final ConnectionAge ages;
  private final StreamHandler streams;

  private HttpServer(InetSocketAddress address, HttpLimits limits) {
    QueuedThreadPool threads = new QueuedThreadPool(limits.threads(), 1);
    threads.setName("garam-http");
    threads.setDaemon(true);
    this.server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setPersistentConnectionsEnabled(limits.keepsConnections());
    this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(address.getHostString());
    connector.setPort(address.getPort());
    connector.setIdleTimeout(
        Math.min(LONGEST_IDLE.toMillis(), limits.longestConnection().toMillis()));
    this.ages = new ConnectionAge(connector, limits);
    connector.addBean(ages);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(limits.connections() + limits.streams(), connector));
    this.streams = new StreamHandler(ages, limits.streams());
    server.setStopTimeout(LONGEST_END.toMillis());
    server.setErrorHandler(new ProblemErrors());
  }

  /**
   * Opens the port and begins to answer.
   *
   * @param address where to listen; port 0 for a free one
   * @param endpoints by path, such as {@code /health}
   * @param registry has the meters of requests, see {@link HttpMetrics}
   * @throws GaramException if the address cannot be listened on
   */
  public static HttpServer open(
      InetSocketAddress address,
      Map<String, Endpoint> endpoints,
      HttpLimits limits,
      MeterRegistry registry) {
    HttpServer opened = new HttpServer(address, limits);
    Endpoints handler = new Endpoints(endpoints, opened.streams, opened.ages);
    opened.server.setHandler(
        new GracefulHandler(new RequestMeters(handler, registry, endpoints.keySet())));
    try {
      opened.server.start();
      return opened;
    } catch (Exception e) {
      opened.close();
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

  /**
   * Ends answers that go on, finishes those that are under way, as far as they are done in two
   * seconds, and closes the port.
   */
  @Override
  public void close() {
    streams.close();
    try {
      server.stop();
    } catch (TimeoutException e) {
      // It has stopped; answers that were not done in time, or clients that stayed, are cut off.
    } catch (Exception e) {
      throw new GaramException("Expected the HTTP server to stop, but it does not.", e);
    }
  }
}
