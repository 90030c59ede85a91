package io.garam.streams.client;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.IllegalSaslStateException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;

/**
 * Explanation of a security failure: what went wrong between a client's settings and a broker's,
 * and what to do. Kafka has few exceptions for it; the rest is told by what caused them.
 */
public final class SecurityFailure {

  private SecurityFailure() {}

  /** Returns half a sentence that follows "Expected to be let in by Kafka at …, but ". */
  public static String explain(AuthenticationException failure) {
    if (failure instanceof UnsupportedSaslMechanismException) {
      return "the brokers do not offer this SASL mechanism ("
          + root(failure)
          + "); set sasl.mechanism to one that they do.";
    }
    if (failure instanceof IllegalSaslStateException) {
      return "their listener does not take SASL as the settings have it ("
          + root(failure)
          + "); correct security.protocol and sasl.mechanism, or the port.";
    }
    if (failure instanceof SaslAuthenticationException) {
      return "the brokers refused the user or the password ("
          + root(failure)
          + "); correct sasl.jaas.config.";
    }
    return failure instanceof SslAuthenticationException
        ? tls(failure)
        : "the brokers refused the credentials ("
            + root(failure)
            + "); correct the security settings.";
  }

  private static String tls(Throwable failure) {
    String message = messages(failure);
    if (has(failure, CertificateExpiredException.class)) {
      return "their certificate has expired ("
          + root(failure)
          + "); renew it on the brokers, and see whether the clock here is right.";
    }
    if (has(failure, CertificateNotYetValidException.class)) {
      return "their certificate is not valid yet ("
          + root(failure)
          + "); see whether the clock here is right.";
    }
    if (has(failure, CertPathBuilderException.class) || message.contains("pkix path")) {
      return "their certificate is signed by nobody whom the truststore knows ("
          + root(failure)
          + "); put the authority that signed it into ssl.truststore.location.";
    }
    if (message.contains("subject alternative") || message.contains("no name matching")) {
      return "their certificate is for another host name ("
          + root(failure)
          + "); connect by the name in the certificate, or have it issued for this one.";
    }
    if (message.contains("fatal alert")) {
      return "they refused the TLS handshake ("
          + root(failure)
          + "); if they demand a client's certificate, set ssl.keystore.location to one that they"
          + " trust.";
    }
    return "the TLS handshake failed ("
        + root(failure)
        + "); correct security.protocol, the port or the ssl settings.";
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  private static String messages(Throwable failure) {
    StringBuilder all = new StringBuilder();
    for (Throwable t = failure; t != null; t = t.getCause()) {
      all.append(t.getMessage()).append('\n');
    }
    return all.toString().toLowerCase(Locale.ROOT);
  }

  private static String root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
