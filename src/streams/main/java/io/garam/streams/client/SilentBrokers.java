package io.garam.streams.client;

import java.util.List;

/**
 * Brokers that do not answer: finds out why, by what listens at their addresses.
 *
 * @param protocol the client's {@code security.protocol}
 */
record SilentBrokers(List<String> addresses, String protocol) {

  /** Returns what to do, as the end of a sentence. */
  String remedy() {
    boolean tls = protocol.endsWith("SSL");
    Listener found = Listener.at(addresses);
    if (found == Listener.TLS && !tls) {
      return "what listens there speaks TLS, and security.protocol is "
          + protocol
          + ": set it to "
          + (protocol.startsWith("SASL") ? "SASL_SSL" : "SSL or SASL_SSL")
          + ", or correct the port.";
    }
    if (found == Listener.OTHER && tls) {
      return "what listens there does not speak TLS, and security.protocol is "
          + protocol
          + ": set it to "
          + (protocol.startsWith("SASL") ? "SASL_PLAINTEXT" : "PLAINTEXT or SASL_PLAINTEXT")
          + ", or correct the port.";
    }
    return found == Listener.NOBODY
        ? "nothing takes connections there: start the broker, or correct the address."
        : "connections are taken there: see whether the broker is well, and whether"
            + " security.protocol ("
            + protocol
            + ") and the port are right.";
  }
}
