package io.garam.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.CommandRun;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.output.TaggingStatistics.Counts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.provider.FileConfigProvider;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password that is in a file of its own lets in every client that Garam makes. */
class SecretsFromFilesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String MODEL = "../../models/korean-dialogue-act";

  @TempDir private Path folder;

  @Test
  void theTaggerAndTheCommandsBesideItLogInWithIt() throws Exception {
    try (SecuredBroker broker = SecuredBroker.startWithoutTls(folder.resolve("broker"))) {
      prepare(broker.address("PLAINTEXT"));
      Map<String, String> settings = settings(broker.address("SASL"));
      Path file = folder.resolve("garam.properties");
      Files.write(
          file,
          settings.entrySet().stream()
              .map(setting -> setting.getKey() + "=" + setting.getValue())
              .toList());

      tag(settings);
      assertThat(run(file, "dead-letters"))
          .satisfies(run -> assertThat(run.exitCode()).as(run.err()).isZero())
          .satisfies(run -> assertThat(run.out()).contains("heard"));
      assertThat(run(file, "dead-letters", "--replay"))
          .satisfies(run -> assertThat(run.exitCode()).as(run.err()).isZero());
      assertThat(run(file, "replay", "--topic", "heard", "--model", MODEL, "--json"))
          .satisfies(run -> assertThat(run.exitCode()).as(run.err()).isZero())
          .satisfies(run -> assertThat(run.out()).contains("{"));
    }
  }

  private Map<String, String> settings(String address) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.properties"), "password=right\n");
    Map<String, String> settings = new HashMap<>(SecuredBroker.alice());
    settings.compute(
        "sasl.jaas.config",
        (key, jaas) -> jaas.replace("right", "${file:" + secret + ":password}"));
    settings.put("bootstrap.servers", address);
    settings.put("config.providers", "file");
    settings.put("config.providers.file.class", FileConfigProvider.class.getName());
    settings.put("garam.model", MODEL);
    settings.put("garam.input.topic", "heard");
    settings.put("garam.output.topic", "tagged");
    settings.put("garam.dead.letter.topic", "dead");
    settings.put("state.dir", folder.resolve("state").toString());
    return settings;
  }

  private static void tag(Map<String, String> settings) throws InterruptedException {
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
      tagger.awaitRunning(PATIENCE);
      long end = System.nanoTime() + PATIENCE.toNanos();
      Counts counts = tagger.statistics().counts();
      while (counts.tagged() + counts.deadLetters() < 2 && System.nanoTime() < end) {
        Thread.sleep(50);
        counts = tagger.statistics().counts();
      }
      assertThat(counts.tagged()).isEqualTo(1);
      assertThat(counts.deadLetters()).isEqualTo(1);
    }
  }

  private static CommandRun run(Path file, String command, String... flags) {
    return CommandRun.of(
        Stream.concat(Stream.of(command, "--command-config", file.toString()), Stream.of(flags))
            .toArray(String[]::new));
  }

  /** Creates topics with an event that can be tagged and one that cannot, and lets alice in. */
  private static void prepare(String address) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address));
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", address),
                new StringSerializer(),
                new StringSerializer())) {
      admin
          .createTopics(
              Stream.of("heard", "tagged", "dead")
                  .map(topic -> new NewTopic(topic, 1, (short) 1))
                  .toList())
          .all()
          .get();
      admin
          .createAcls(
              Stream.of(ResourceType.TOPIC, ResourceType.GROUP, ResourceType.TRANSACTIONAL_ID)
                  .map(SecretsFromFilesIT::allOf)
                  .toList())
          .all()
          .get();
      for (String value : List.of("{\"text\":\"안녕하세요\"}", "no json")) {
        producer.send(new ProducerRecord<>("heard", "d", value)).get();
      }
    }
  }

  private static AclBinding allOf(ResourceType type) {
    return new AclBinding(
        new ResourcePattern(type, "*", PatternType.LITERAL),
        new AccessControlEntry("User:alice", "*", AclOperation.ALL, AclPermissionType.ALLOW));
  }
}
