package io.garam.app.kafka;

import io.garam.app.CommandRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Secured broker that test classes share, since a start costs seconds: the first class that needs
 * it starts it, and JUnit closes it after the last. Each test class has topics of its own, and a
 * user.
 */
final class SharedSecuredBroker implements BeforeAllCallback {

  private static final Namespace NAMESPACE = Namespace.create(SharedSecuredBroker.class);
  static final String ALLOWED_URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

  private @Nullable Started started;

  private record Started(
      Path folder, Certificates certificates, Tokens tokens, SecuredBroker broker)
      implements AutoCloseable {

    static Started start() {
      try {
        Path folder = Files.createTempDirectory("garam-secured");
        Certificates certificates = new Certificates(folder);
        certificates.make("good", "ip:127.0.0.1");
        certificates.make("other", "dns:elsewhere.example");
        certificates.sign("expired", "good", "ip:127.0.0.1", "-startdate", "-9d", "-validity", "2");
        Tokens tokens = Tokens.in(folder);
        System.setProperty(ALLOWED_URLS, tokens.keys().toUri().toString());
        return new Started(
            folder,
            certificates,
            tokens,
            SecuredBroker.start(folder.resolve("data"), certificates, tokens));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      broker.close();
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    started =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(Started.class, type -> Started.start(), Started.class);
  }

  private Started started() {
    return Objects.requireNonNull(started, "register it in a static field");
  }

  /** Returns {@code host:port}. */
  String address(String listener) {
    return started().broker().address(listener);
  }

  Certificates certificates() {
    return started().certificates();
  }

  Tokens tokens() {
    return started().tokens();
  }

  /** Connects as somebody who may do all. */
  Admin admin() {
    return Admin.create(unsecured());
  }

  /** Connects as somebody who may do all. */
  KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(unsecured(), new StringSerializer(), new StringSerializer());
  }

  /** Runs a command as a user who logs in by SASL. */
  CommandRun run(String user, String command, String... flags) {
    List<String> arguments =
        new ArrayList<>(List.of(command, "--bootstrap-server", address("SASL")));
    SecuredBroker.user(user)
        .forEach((key, value) -> arguments.addAll(List.of("--config", key + "=" + value)));
    arguments.addAll(List.of(flags));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private Map<String, Object> unsecured() {
    return Map.of("bootstrap.servers", List.of(address("PLAINTEXT")));
  }
}
