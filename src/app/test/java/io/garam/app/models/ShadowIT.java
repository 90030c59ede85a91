package io.garam.app.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.broker.SharedBroker;
import io.garam.app.run.Cluster;
import io.garam.app.run.Conversations;
import io.garam.app.run.Conversations.Line;
import io.garam.app.run.DialogueModels;
import io.garam.nlu.GaramException;
import io.garam.nlu.Intent;
import io.garam.nlu.io.Json;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.ShadowKeys;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A second model beside the first: what it answers, how often they agree, what it cannot do. */
class ShadowIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int UTTERANCES = 2_000;

  @RegisterExtension static final SharedBroker broker = new SharedBroker();

  private final Cluster cluster = new Cluster(broker.bootstrapServers());
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final String answers = "shadow-" + cluster.inputTopic();

  private Map<String, String> settings(Path folder, Path shadow) {
    Map<String, String> settings = cluster.settings();
    settings.put(GaramConfig.MODEL, DialogueModels.first().toString());
    settings.put(ShadowKeys.MODEL, shadow.toString());
    settings.put("state.dir", folder.toString());
    return settings;
  }

  private double count(String name) {
    return meters.find(name).meters().stream().mapToDouble(ShadowIT::count).sum();
  }

  private static double count(Meter meter) {
    return meter instanceof FunctionCounter counter ? counter.count() : Double.NaN;
  }

  private List<String> labels(String topic) throws Exception {
    Map<Integer, String> labels = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> output : cluster.read(topic, UTTERANCES, PATIENCE)) {
      JsonNode event = Json.MAPPER.readTree(output.value());
      labels.put(event.get("utteranceId").intValue(), event.at("/intent/label").textValue());
    }
    assertThat(labels).hasSize(UTTERANCES);
    return IntStream.range(0, UTTERANCES).mapToObj(labels::get).toList();
  }

  private static List<String> labels(List<Intent> intents) {
    return intents.stream().map(Intent::label).toList();
  }

  @Test
  void itsAnswersAreThoseOfItsModelAloneAndSoIsTheirAgreement(@TempDir Path folder)
      throws Exception {
    cluster.createTopics();
    cluster.createTopic(answers, Map.of());
    Conversations conversations = Conversations.of(5, 100);
    Map<String, String> settings = settings(folder, DialogueModels.second());
    settings.put(ShadowKeys.TOPIC, answers);
    List<Line> lines = conversations.next(UTTERANCES);
    List<String> first = labels(conversations.intents(DialogueModels.first()));
    List<String> second = labels(conversations.intents(DialogueModels.second()));
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings), meters)) {
      tagger.awaitRunning(PATIENCE);
      cluster.sendRecords(lines.stream().map(line -> line.record(cluster.inputTopic())).toList());
      assertThat(labels(cluster.outputTopic())).isEqualTo(first);
      assertThat(labels(answers)).isEqualTo(second);
      long agreed =
          IntStream.range(0, UTTERANCES).filter(i -> first.get(i).equals(second.get(i))).count();
      assertThat(agreed).isBetween(1L, UTTERANCES - 1L);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (count("garam.shadow.compared.events") < UTTERANCES && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      assertThat(count("garam.shadow.compared.events")).isEqualTo(UTTERANCES);
      assertThat(count("garam.shadow.agreed.events")).isEqualTo((double) agreed);
      assertThat(count("garam.shadow.skipped.events")).isZero();
      assertThat(count("garam.shadow.failed.events")).isZero();
    }
  }

  @Test
  void aShadowThatIsNoModelEndsTheStart(@TempDir Path folder) throws Exception {
    cluster.createTopics();
    GaramConfig config = GaramConfig.of(settings(folder, folder.resolve("none")));
    assertThatThrownBy(() -> Tagger.start(config).close())
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("none");
  }
}
