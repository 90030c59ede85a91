package io.garam.streams.client;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.stream.Collectors;
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

  /** What a broker says of a token that it refuses (RFC 7628), whatever is wrong with it. */
  private static final String INVALID_TOKEN = "invalid_token";

  private SecurityFailure() {}

  /** Returns half a sentence that follows "Expected to be let in by Kafka at …, but ". */
  public static String explain(AuthenticationException failure) {
    Causes causes = new Causes(failure);
    if (failure instanceof UnsupportedSaslMechanismException) {
      return "the brokers do not offer this SASL mechanism ("
          + root(causes)
          + "); set sasl.mechanism to one that they do.";
    }
    if (failure instanceof IllegalSaslStateException) {
      return "their listener does not take SASL as the settings have it ("
          + root(causes)
          + "); correct security.protocol and sasl.mechanism, or the port.";
    }
    if (failure instanceof SaslAuthenticationException && root(causes).contains(INVALID_TOKEN)) {
      return "the brokers refused the token ("
          + root(causes)
          + "); see whether it has expired, and is by the issuer and for the audience that they"
          + " expect.";
    }
    if (failure instanceof SaslAuthenticationException) {
      return "the brokers refused the user or the password ("
          + root(causes)
          + "); correct sasl.jaas.config.";
    }
    return failure instanceof SslAuthenticationException
        ? tls(causes)
        : "the brokers refused the credentials ("
            + root(causes)
            + "); correct the security settings.";
  }

  private static String tls(Causes causes) {
    String message =
        causes
            .all()
            .map(Throwable::getMessage)
            .map(String::valueOf)
            .collect(Collectors.joining("\n"))
            .toLowerCase(Locale.ROOT);
    if (causes.have(CertificateExpiredException.class)) {
      return "their certificate has expired ("
          + root(causes)
          + "); renew it on the brokers, and see whether the clock here is right.";
    }
    if (causes.have(CertificateNotYetValidException.class)) {
      return "their certificate is not valid yet ("
          + root(causes)
          + "); see whether the clock here is right.";
    }
    if (causes.have(CertPathBuilderException.class) || message.contains("pkix path")) {
      return "their certificate is signed by nobody whom the truststore knows ("
          + root(causes)
          + "); put the authority that signed it into ssl.truststore.location.";
    }
    if (message.contains("subject alternative") || message.contains("no name matching")) {
      return "their certificate is for another host name ("
          + root(causes)
          + "); connect by the name in the certificate, or have it issued for this one.";
    }
    if (message.contains("fatal alert")) {
      return "they refused the TLS handshake ("
          + root(causes)
          + "); if they demand a client's certificate, set ssl.keystore.location to one that they"
          + " trust.";
    }
    return "the TLS handshake failed ("
        + root(causes)
        + "); correct security.protocol, the port or the ssl settings.";
  }

  private static String root(Causes causes) {
    return String.valueOf(causes.root().getMessage());
  }
}
