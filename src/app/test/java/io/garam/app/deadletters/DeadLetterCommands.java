package io.garam.app.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.app.CommandRun;
import io.garam.app.broker.SharedBroker;
import io.garam.app.run.Cluster;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.deadletters.DeadLetterTopic;
import io.garam.streams.deadletters.ResendRequest;
import io.garam.streams.settings.TaggerSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The command {@code dead-letters} on the topics of a test, and what is around it. */
final class DeadLetterCommands {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  private DeadLetterCommands() {}

  /** Returns a cluster whose topics are there. */
  static Cluster cluster(SharedBroker broker) throws Exception {
    Cluster cluster = new Cluster(broker.bootstrapServers());
    cluster.createTopics();
    return cluster;
  }

  static CommandRun deadLetters(Cluster cluster, String... flags) {
    return CommandRun.of(
        Stream.concat(
                Stream.of(
                    "dead-letters",
                    "--bootstrap-server=" + cluster.settings().get("bootstrap.servers"),
                    "--config=garam.input.topic=" + cluster.inputTopic(),
                    "--topic=" + cluster.deadLetterTopic()),
                Stream.of(flags))
            .toArray(String[]::new));
  }

  static Tagger tagger(Cluster cluster, String pointer) throws InterruptedException {
    Map<String, String> settings = cluster.settings();
    settings.put(GaramConfig.TEXT_POINTER, pointer);
    Tagger tagger = Tagger.start(GaramConfig.of(settings));
    tagger.awaitRunning(PATIENCE);
    return tagger;
  }

  static DeadLetterTopic topic(Cluster cluster) {
    return new DeadLetterTopic(
        new TaggerSettings(GaramConfig.of(cluster.settings())).brokers(),
        cluster.deadLetterTopic(),
        DeadLetterTopic.defaultGroup(cluster.deadLetterTopic()));
  }

  static ResendRequest all(Cluster cluster) {
    return new ResendRequest(null, Set.of(cluster.inputTopic()), Set.of());
  }

  static List<String> values(Cluster cluster, int expected) {
    return cluster.read(cluster.inputTopic(), expected, PATIENCE).stream()
        .map(record -> new String(record.value(), UTF_8))
        .toList();
  }

  static List<ProducerRecord<byte[], byte[]>> letters(Cluster cluster, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                Letters.written(
                    cluster.deadLetterTopic(), cluster.inputTopic(), "d" + i % 5, "v" + i))
        .toList();
  }

  static List<String> expectedValues(int count) {
    return IntStream.range(0, count).mapToObj(i -> "v" + i).toList();
  }

  static void createTopic(Cluster cluster, NewTopic topic) throws Exception {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", cluster.settings().get("bootstrap.servers")))) {
      admin.createTopics(List.of(topic)).all().get();
      // A topic just created is not known to every listener of the broker at once.
      while (!admin.listTopics().names().get().contains(topic.name())) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
  }

  /** Returns the number in a value of {@link #letters}. */
  static int number(String value) {
    return Integer.parseInt(value.substring(1));
  }
}
