package io.garam.web.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Age limit of connections: closes each some time after it was opened, whatever goes on. An idle
 * timeout alone does not end a client that sends a byte now and then.
 */
record ConnectionAge(ServerConnector connector, Duration longest) implements Connection.Listener {

  @Override
  public void onOpened(Connection connection) {
    var unused =
        connector
            .getScheduler()
            .schedule(connection.getEndPoint()::close, longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void onClosed(Connection connection) {}
}
