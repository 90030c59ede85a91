package io.garam.streams.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.IllegalSaslStateException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SecurityFailureTest {

  private static AuthenticationException tls(Throwable cause) {
    SSLHandshakeException handshake = new SSLHandshakeException("handshake");
    handshake.initCause(cause);
    return new SslAuthenticationException("SSL handshake failed", handshake);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            new UnsupportedSaslMechanismException("SCRAM-SHA-256"),
            "the brokers do not offer this SASL mechanism (SCRAM-SHA-256); set sasl.mechanism to"
                + " one that they do."),
        Arguments.of(
            new IllegalSaslStateException("unexpected"),
            "their listener does not take SASL as the settings have it (unexpected); correct"
                + " security.protocol and sasl.mechanism, or the port."),
        Arguments.of(
            new SaslAuthenticationException("no such user"),
            "the brokers refused the user or the password (no such user); correct"
                + " sasl.jaas.config."),
        Arguments.of(
            new SaslAuthenticationException("{\"status\":\"invalid_token\"}"),
            "the brokers refused the token ({\"status\":\"invalid_token\"}); see whether it has"
                + " expired, and is by the issuer and for the audience that they expect."),
        Arguments.of(
            new AuthenticationException("token") {},
            "the brokers refused the credentials (token); correct the security settings."),
        Arguments.of(
            tls(new CertificateExpiredException("NotAfter: yesterday")),
            "their certificate has expired (NotAfter: yesterday); renew it on the brokers, and see"
                + " whether the clock here is right."),
        Arguments.of(
            tls(new CertificateNotYetValidException("NotBefore: tomorrow")),
            "their certificate is not valid yet (NotBefore: tomorrow); see whether the clock here"
                + " is right."),
        Arguments.of(
            tls(new CertPathBuilderException("unable to find valid certification path")),
            "their certificate is signed by nobody whom the truststore knows (unable to find valid"
                + " certification path); put the authority that signed it into"
                + " ssl.truststore.location."),
        Arguments.of(
            tls(new IllegalStateException("PKIX path validation failed")),
            "their certificate is signed by nobody whom the truststore knows (PKIX path validation"
                + " failed); put the authority that signed it into ssl.truststore.location."),
        Arguments.of(
            tls(new IllegalStateException("No subject alternative names present")),
            "their certificate is for another host name (No subject alternative names present);"
                + " connect by the name in the certificate, or have it issued for this one."),
        Arguments.of(
            tls(new IllegalStateException("No name matching kafka-1 found")),
            "their certificate is for another host name (No name matching kafka-1 found); connect"
                + " by the name in the certificate, or have it issued for this one."),
        Arguments.of(
            tls(new IllegalStateException("Received fatal alert: bad_certificate")),
            "they refused the TLS handshake (Received fatal alert: bad_certificate); if they demand"
                + " a client's certificate, set ssl.keystore.location to one that they trust."),
        Arguments.of(
            tls(new IllegalStateException("Unsupported or unrecognized SSL message")),
            "the TLS handshake failed (Unsupported or unrecognized SSL message); correct"
                + " security.protocol, the port or the ssl settings."),
        Arguments.of(
            new SslAuthenticationException(null),
            "the TLS handshake failed (null); correct security.protocol, the port or the ssl"
                + " settings."));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void eachFailureSaysWhatToCorrect(AuthenticationException failure, String explanation) {
    assertThat(SecurityFailure.explain(failure)).isEqualTo(explanation);
  }
}
