package io.garam.streams.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.broker.FakeBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;

class ListenerTest {

  @Test
  void whereNothingListensThereIsNobody() {
    assertThat(Listener.at(List.of())).isEqualTo(Listener.NOBODY);
    assertThat(Listener.at(List.of("127.0.0.1:1"))).isEqualTo(Listener.NOBODY);
  }

  @Test
  void anAddressThatIsNoneIsNobody() {
    assertThat(Listener.at(List.of("", "no-port", ":1"))).isEqualTo(Listener.NOBODY);
  }

  @Test
  void aBrokerWithoutTlsIsTold() {
    try (FakeBroker broker = new FakeBroker()) {
      assertThat(Listener.at(List.of(broker.address()))).isEqualTo(Listener.OTHER);
    }
  }

  @Test
  void theFirstAddressWhereAnythingListensCounts() {
    try (FakeBroker broker = new FakeBroker()) {
      assertThat(Listener.at(List.of("127.0.0.1:1", broker.address()))).isEqualTo(Listener.OTHER);
    }
  }

  /** A listener that refuses the handshake with an alert, as for want of a certificate. */
  @Test
  void anAlertIsTlsToo() throws Exception {
    SSLContext withoutCertificate = SSLContext.getInstance("TLS");
    withoutCertificate.init(null, null, null);
    try (SSLServerSocket server =
        (SSLServerSocket)
            withoutCertificate
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      serveOne(server);
      assertThat(Listener.at(List.of("127.0.0.1:" + server.getLocalPort())))
          .isEqualTo(Listener.TLS);
    }
  }

  private static void serveOne(ServerSocket server) {
    Thread thread =
        new Thread(
            () -> {
              try (var connection = server.accept()) {
                connection.getInputStream().read();
              } catch (IOException e) {
                // The handshake fails, which is what the client is to see.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
