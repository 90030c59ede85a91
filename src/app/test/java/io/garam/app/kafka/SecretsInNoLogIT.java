package io.garam.app.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.Garam;
import io.garam.app.GaramProcess;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.provider.FileConfigProvider;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No secret is in what a tagger writes and serves, whichever way it was given and however much is
 * logged.
 */
class SecretsInNoLogIT {

  @RegisterExtension static final SharedSecuredBroker broker = new SharedSecuredBroker();

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String KEY_PASSWORD = "keyword-51aa";
  private static final String STORE_PASSWORD = "storeword-90bc";
  private static final List<String> SECRETS =
      List.of(SecuredBroker.SECRET, KEY_PASSWORD, STORE_PASSWORD);
  private static final Pattern A_DEAD_LETTER =
      Pattern.compile("garam_dead_letters_total\\{[^}]*} 1\\.0");
  private static final Map<String, String> EVERYTHING =
      Map.of("GARAM_LOG", "trace", "GARAM_LOG_KAFKA", "trace");

  @TempDir private Path folder;

  /** How a secret is given. */
  enum Form {
    FLAG,
    VARIABLE,
    FILE,
    REFERENCE
  }

  @BeforeAll
  static void topics() throws Exception {
    try (Admin admin = broker.admin();
        KafkaProducer<String, String> producer = broker.producer()) {
      admin
          .createTopics(
              Stream.of("whispered", "whispered-tagged", "whispered-dead")
                  .map(topic -> new NewTopic(topic, 1, (short) 1))
                  .toList())
          .all()
          .get();
      AccessRules rules = new AccessRules(admin, "secretive");
      rules.grant(
          Stream.of(ResourceType.TOPIC, ResourceType.GROUP, ResourceType.TRANSACTIONAL_ID)
              .map(type -> rules.literal(type, "*", AclOperation.ALL))
              .toArray(AclBinding[]::new));
      producer.send(new ProducerRecord<>("whispered", "d", "{\"text\":\"내일 일정 알려줘\"}")).get();
      producer.send(new ProducerRecord<>("whispered", "d", "no json")).get();
    }
  }

  private static Map<String, String> secrets() {
    Map<String, String> secrets = new HashMap<>(SecuredBroker.user("secretive"));
    secrets.keySet().retainAll(List.of("sasl.jaas.config"));
    secrets.put("producer.sasl.jaas.config", secrets.get("sasl.jaas.config"));
    secrets.put("ssl.key.password", KEY_PASSWORD);
    secrets.put("ssl.truststore.password", STORE_PASSWORD);
    return secrets;
  }

  /** Returns flags that give all settings, the secrets in one form, and fills the environment. */
  private List<String> flags(Form form, int port, Map<String, String> environment)
      throws IOException {
    Map<String, String> file = new HashMap<>();
    List<String> flags = new ArrayList<>();
    for (Map.Entry<String, String> secret : secrets().entrySet()) {
      String key = secret.getKey();
      switch (form) {
        case FLAG -> flags.addAll(List.of("--config", key + "=" + secret.getValue()));
        case VARIABLE ->
            environment.put(
                "KAFKA_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), secret.getValue());
        case FILE -> file.put(key, secret.getValue());
        case REFERENCE -> {
          Path one = folder.resolve(key + ".properties");
          Files.writeString(one, "value=" + secret.getValue() + "\n");
          file.put(key, "${file:" + one + ":value}");
        }
      }
    }
    file.put("config.providers", "file");
    file.put("config.providers.file.class", FileConfigProvider.class.getName());
    file.put("security.protocol", "SASL_PLAINTEXT");
    file.put("sasl.mechanism", "PLAIN");
    file.put("bootstrap.servers", broker.address("SASL"));
    file.put("garam.model", "../../models/korean-intention");
    file.put("garam.input.topic", "whispered");
    file.put("garam.output.topic", "whispered-tagged");
    file.put("garam.dead.letter.topic", "whispered-dead");
    file.put("application.id", "secretive-" + form);
    file.put("state.dir", folder.resolve("state").toString());
    file.put("garam.management.listener", "127.0.0.1:" + port);
    Path settings = folder.resolve("garam.properties");
    Files.write(
        settings,
        file.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toList());
    flags.addAll(List.of("--command-config", settings.toString()));
    return flags;
  }

  private static GaramProcess garam(
      String command, List<String> flags, Map<String, String> environment) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(flags);
    return GaramProcess.start(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-Dlogback.configurationFile=main/resources/logback.xml",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Garam.class.getName()),
        arguments,
        environment);
  }

  private static String get(int port, String path) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                BodyHandlers.ofString())
            .body();
      } catch (ConnectException e) {
        assertThat(System.nanoTime()).isLessThan(end);
        TimeUnit.MILLISECONDS.sleep(200);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void noSecretIsWrittenOrServed(Form form) throws Exception {
    Map<String, String> environment = new HashMap<>(EVERYTHING);
    int port = SecuredBroker.freePort();
    List<String> flags = flags(form, port, environment);
    StringBuilder all = new StringBuilder();
    try (GaramProcess run = garam("run", flags, environment)) {
      long end = System.nanoTime() + PATIENCE.toNanos();
      String metrics = get(port, "/metrics");
      while (!A_DEAD_LETTER.matcher(metrics).find() && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(500);
        metrics = get(port, "/metrics");
      }
      assertThat(metrics).containsPattern(A_DEAD_LETTER);
      all.append(metrics).append(get(port, "/info")).append(get(port, "/ready"));
      assertThat(run.terminate()).isIn(0, 143);
      all.append(run.errors()).append(run.output());
      assertThat(run.errors())
          .as("all is logged")
          .contains("TRACE", "DEBUG", "sasl.jaas.config = [hidden]");
    }
    try (GaramProcess config = garam("config", flags, environment)) {
      assertThat(config.awaitEnd(PATIENCE)).as(config.errors()).isZero();
      assertThat(config.output()).contains("sasl.jaas.config");
      all.append(config.output()).append(config.errors());
    }
    assertHoldsNoSecret(all.toString());
  }

  private static void assertHoldsNoSecret(String text) {
    for (String secret : SECRETS) {
      assertHasNot(text, secret);
      assertHasNot(text, base64(secret));
      assertHasNot(text, base64("\0secretive\0" + secret));
    }
  }

  private static void assertHasNot(String text, String secret) {
    int at = text.indexOf(secret);
    assertThat(at < 0 ? "" : text.substring(Math.max(0, at - 300), at + secret.length()))
        .as("where %s is", secret)
        .isEmpty();
  }

  private static String base64(String text) {
    return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
