package io.garam.app.kafka;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A broker with a listener for each kind of security, and access rules. */
public final class SecuredBroker implements AutoCloseable {

  /** Who may come in by SASL/PLAIN. */
  static final List<String> USERS =
      List.of("alice", "runner", "replayer", "resender", "lister", "examined", "secretive");

  /** A password that stands nowhere by chance. */
  static final String SECRET = "swordfish-8f2c";

  private final KafkaRaftServer server;
  private final Map<String, Integer> ports;

  private SecuredBroker(KafkaRaftServer server, Map<String, Integer> ports) {
    this.server = server;
    this.ports = ports;
  }

  /**
   * Starts a broker with the listeners PLAINTEXT (whose users may do all), GOOD, OTHER and EXPIRED
   * (with TLS and the certificate of that name), SASL (with the users of {@link #USERS}), SCRAM and
   * OAUTH (with TLS and the mechanism of that name).
   */
  static SecuredBroker start(Path folder, Certificates certificates, Tokens tokens)
      throws Exception {
    Map<String, String> more = tls(certificates);
    more.putAll(mechanisms(tokens));
    return start(
        folder,
        List.of("PLAINTEXT", "GOOD", "OTHER", "EXPIRED", "SASL", "SCRAM", "OAUTH", "CONTROLLER"),
        more);
  }

  /** Starts a broker with the listeners PLAINTEXT and SASL, as above. */
  public static SecuredBroker startWithoutTls(Path folder) throws Exception {
    return start(folder, List.of("PLAINTEXT", "SASL", "CONTROLLER"), Map.of());
  }

  private static SecuredBroker start(Path folder, List<String> listeners, Map<String, String> tls)
      throws Exception {
    Map<String, Integer> ports = new TreeMap<>();
    for (String name : listeners) {
      ports.put(name, freePort());
    }
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setNodeId(1)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(folder.toString())
        .setControllerListenerName("CONTROLLER")
        .run();
    KafkaRaftServer server =
        new KafkaRaftServer(
            KafkaConfig.fromProps(properties(folder, ports, tls), false), Time.SYSTEM);
    server.startup();
    return new SecuredBroker(server, ports);
  }

  private static Properties properties(
      Path folder, Map<String, Integer> ports, Map<String, String> tls) {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "log.dirs", folder.toString(),
            "listeners",
                ports.entrySet().stream()
                    .map(port -> port.getKey() + "://127.0.0.1:" + port.getValue())
                    .collect(Collectors.joining(",")),
            "controller.listener.names", "CONTROLLER",
            "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,GOOD:SSL,OTHER:SSL,EXPIRED:SSL,"
                    + "SASL:SASL_PLAINTEXT,SCRAM:SASL_SSL,OAUTH:SASL_SSL",
            "controller.quorum.voters", "1@127.0.0.1:" + ports.get("CONTROLLER"),
            "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "super.users", "User:ANONYMOUS",
            "offsets.topic.replication.factor", "1"));
    properties.putAll(
        Map.of(
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "offsets.topic.num.partitions", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "group.initial.rebalance.delay.ms", "0",
            "log.cleaner.dedupe.buffer.size", "2097152",
            "sasl.enabled.mechanisms", "PLAIN",
            "listener.name.sasl.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required "
                    + USERS.stream()
                        .map(user -> "user_" + user + "=\"" + password(user) + "\"")
                        .collect(Collectors.joining(" "))
                    + ";"));
    properties.putAll(tls);
    return properties;
  }

  private static Map<String, String> tls(Certificates certificates) {
    Map<String, String> properties = new TreeMap<>();
    Map<String, String> stores =
        Map.of(
            "good", "good", "other", "other", "expired", "expired", "scram", "good", "oauth",
            "good");
    for (Map.Entry<String, String> store : stores.entrySet()) {
      String prefix = "listener.name." + store.getKey() + ".ssl.keystore.";
      properties.put(prefix + "location", certificates.store(store.getValue()));
      properties.put(prefix + "password", Certificates.PASSWORD);
      properties.put(prefix + "type", "PKCS12");
    }
    return properties;
  }

  private static Map<String, String> mechanisms(Tokens tokens) {
    String modules = "org.apache.kafka.common.security.";
    String oauth = "listener.name.oauth.";
    return Map.of(
        "listener.name.scram.sasl.enabled.mechanisms",
        "SCRAM-SHA-512",
        "listener.name.scram.scram-sha-512.sasl.jaas.config",
        modules + "scram.ScramLoginModule required;",
        oauth + "sasl.enabled.mechanisms",
        "OAUTHBEARER",
        oauth + "oauthbearer.sasl.jaas.config",
        modules + "oauthbearer.OAuthBearerLoginModule required;",
        oauth + "oauthbearer.sasl.server.callback.handler.class",
        modules + "oauthbearer.OAuthBearerValidatorCallbackHandler",
        oauth + "sasl.oauthbearer.jwks.endpoint.url",
        tokens.keys().toUri().toString(),
        oauth + "sasl.oauthbearer.expected.audience",
        Tokens.AUDIENCE);
  }

  /** Returns how a client is alice. */
  public static Map<String, String> alice() {
    return user("alice");
  }

  /** Returns how a client is one of {@link #USERS}. */
  static Map<String, String> user(String name) {
    return Map.of(
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\""
            + name
            + "\" password=\""
            + password(name)
            + "\";");
  }

  private static String password(String user) {
    return user.equals("secretive") ? SECRET : "right";
  }

  static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public String address(String listener) {
    return "127.0.0.1:" + ports.get(listener);
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
