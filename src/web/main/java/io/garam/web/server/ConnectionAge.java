package io.garam.web.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Age limit of connections: closes each some time after it was opened, whatever goes on, and says
 * in time that it takes no further request, so that none is lost. An idle timeout alone does not
 * end a client that sends a byte now and then.
 */
final class ConnectionAge implements Connection.Listener {

  private final ServerConnector connector;
  private final HttpLimits limits;
  private final Map<Connection, Scheduler.Task> ends = new ConcurrentHashMap<>();

  ConnectionAge(ServerConnector connector, HttpLimits limits) {
    this.connector = connector;
    this.limits = limits;
  }

  @Override
  public void onOpened(Connection connection) {
    ends.put(
        connection,
        connector
            .getScheduler()
            .schedule(
                connection.getEndPoint()::close,
                limits.longestConnection().toMillis(),
                TimeUnit.MILLISECONDS));
  }

  /** Says in the answer to a request whether its connection takes no further one. */
  void tell(Exchange exchange) {
    long opened = exchange.request().getConnectionMetaData().getConnection().getCreatedTimeStamp();
    if (System.currentTimeMillis() - opened >= limits.reuse().toMillis()) {
      exchange.response().getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
    }
  }

  /** Lets a connection become as old as it will. */
  void spare(Connection connection) {
    Scheduler.Task end = ends.remove(connection);
    if (end != null) {
      end.cancel();
    }
  }

  @Override
  public void onClosed(Connection connection) {
    spare(connection);
  }
}
