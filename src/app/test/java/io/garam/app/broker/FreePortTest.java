package io.garam.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class FreePortTest {

  @Test
  void aPortThatIsFoundCanBeListenedTo() throws IOException {
    int port = FreePort.find(EmbeddedBroker.ANY_PORT);

    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(socket.getLocalPort()).isEqualTo(port).isPositive();
    }
  }

  @Test
  void aTakenPortIsRefusedInASentence() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> FreePort.find(port))
          .isInstanceOf(GaramException.class)
          .hasMessageStartingWith("Expected the port " + port + " to be free")
          .hasMessageEndingWith("choose another with --port, or stop the program that uses it.");
    }
  }
}
