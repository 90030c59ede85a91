package io.garam.streams.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.kafka.common.utils.Utils;

/**
 * What listens at an address, looked at only when Kafka's client has found no answer: a client
 * without TLS and a listener with it, or the other way round, wait for each other without a word.
 */
enum Listener {
  /** Nothing takes connections there, or the address means nothing. */
  NOBODY,
  /** It begins a TLS handshake. */
  TLS,
  /** It takes connections, and no TLS. */
  OTHER;

  private static final int TIMEOUT_MS = 2_000;

  /** Returns what listens at the first of some addresses where anything does. */
  static Listener at(List<String> addresses) {
    return addresses.stream()
        .map(Listener::at)
        .filter(listener -> listener != NOBODY)
        .findFirst()
        .orElse(NOBODY);
  }

  private static Listener at(String address) {
    String host = Utils.getHost(address);
    Integer port = Utils.getPort(address);
    if (host == null || port == null) {
      return NOBODY;
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), TIMEOUT_MS);
      socket.setSoTimeout(TIMEOUT_MS);
      return beginsTls(socket, host, port) ? TLS : OTHER;
    } catch (IOException e) {
      return NOBODY;
    }
  }

  private static boolean beginsTls(Socket socket, String host, int port) {
    try (SSLSocket tls =
        (SSLSocket) anyCertificate().getSocketFactory().createSocket(socket, host, port, true)) {
      tls.startHandshake();
      return true;
    } catch (SSLHandshakeException e) {
      // An alert, such as one that asks for a client's certificate, is TLS too; an end is not.
      return String.valueOf(e.getMessage()).contains("alert");
    } catch (IOException | GeneralSecurityException e) {
      return false;
    }
  }

  /**
   * Nothing is sent over this connection but the handshake, so whose certificate it is matters not.
   */
  private static SSLContext anyCertificate() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    TrustManager all =
        new X509TrustManager() {
          @Override
          public void checkClientTrusted(X509Certificate[] chain, String type) {}

          @Override
          public void checkServerTrusted(X509Certificate[] chain, String type) {}

          @Override
          public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
          }
        };
    context.init(null, new TrustManager[] {all}, null);
    return context;
  }
}
