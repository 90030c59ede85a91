package io.garam.app.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.CommandRun;
import io.garam.app.broker.SharedBroker;
import io.garam.app.run.Cluster;
import io.garam.nlu.io.Json;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Explains events of a topic, as a tagger has read and written them. */
final class ExplainEventIT {

  private static final String MODEL = "../../models/korean-dialogue-act";

  /** Two dialogues, in turn. */
  private static final List<String> SAID = List.of("방 하나 예약해 주세요", "안녕하세요?", "두 명이요?", "네.", "네.");

  @RegisterExtension static final SharedBroker broker = new SharedBroker();

  private static ProducerRecord<byte[], byte[]> record(Cluster cluster, int index) {
    String value =
        "{\"text\":\""
            + SAID.get(index)
            + "\",\"speaker\":\""
            + (index < 2 ? "user" : "system")
            + "\"}";
    return new ProducerRecord<>(
        cluster.inputTopic(), 0, ("d" + index % 2).getBytes(UTF_8), value.getBytes(UTF_8));
  }

  private static CommandRun explain(
      String model, String topic, int partition, long offset, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("explain", "--model", model, "--bootstrap-server", broker.bootstrapServers()));
    arguments.addAll(
        List.of(
            "--topic",
            topic,
            "--partition",
            Integer.toString(partition),
            "--offset",
            Long.toString(offset)));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private static JsonNode json(CommandRun run) throws Exception {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return Json.MAPPER.readTree(run.out());
  }

  @Test
  void anEventIsTaggedAgainInItsDialogue() throws Exception {
    Cluster cluster = new Cluster(broker.bootstrapServers());
    cluster.createTopics();
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int i = 0; i < SAID.size(); i++) {
      records.add(record(cluster, i));
    }
    records.add(
        new ProducerRecord<>(
            cluster.inputTopic(), 0, "d0".getBytes(UTF_8), "not JSON".getBytes(UTF_8)));
    records.add(new ProducerRecord<>(cluster.inputTopic(), 0, "d0".getBytes(UTF_8), null));
    cluster.sendRecords(records);
    Map<String, String> settings = cluster.settings();
    settings.put(GaramConfig.MODEL, MODEL);
    List<ConsumerRecord<byte[], byte[]>> tagged;
    try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
      tagged = cluster.read(cluster.outputTopic(), SAID.size() + 1, Duration.ofSeconds(60));
      assertThat(tagger.isRunning()).isTrue();
    }
    // The end of the dialogue, which has no value, may have come out already.
    ConsumerRecord<byte[], byte[]> last =
        tagged.stream()
            .filter(record -> record.value() != null)
            .filter(record -> new String(record.key(), UTF_8).equals("d0"))
            .reduce((earlier, later) -> later)
            .orElseThrow();
    JsonNode given = Json.MAPPER.readTree(last.value()).get("intent");

    JsonNode explained =
        json(explain(MODEL, cluster.outputTopic(), last.partition(), last.offset(), "--json"));

    assertThat(explained.at("/event/then")).isEqualTo(given);
    assertThat(explained.at("/event/same").booleanValue()).isTrue();
    assertThat(explained.at("/intent/confidence")).isEqualTo(given.get("confidence"));
    assertThat(explained.get("earlier"))
        .extracting(effect -> effect.get("part").textValue())
        .containsExactly("방 하나 예약해 주세요", "두 명이요?");

    JsonNode input = json(explain(MODEL, cluster.inputTopic(), 0, 4, "--json"));
    assertThat(input.get("intent")).isEqualTo(explained.get("intent"));
    assertThat(input.at("/event/then").isNull()).isTrue();
    assertThat(explain(MODEL, cluster.inputTopic(), 0, 4).out())
        .startsWith(cluster.inputTopic() + "-0@4 has no intent to compare with.\n");

    CommandRun other =
        explain(
            "../../models/korean-intention",
            cluster.outputTopic(),
            last.partition(),
            last.offset());
    assertThat(other.exitCode()).as(other.err()).isZero();
    assertThat(other.out())
        .contains(
            "was taken for " + given.get("label").textValue(),
            "another label, since another model answered: korean-dialogue-act 1");
    CommandRun poison = explain(MODEL, cluster.inputTopic(), 0, 5);
    assertThat(poison.exitCode()).isOne();
    assertThat(poison.err()).contains("Expected an utterance at", "@5, but the event has none");
    assertThat(explain(MODEL, cluster.inputTopic(), 0, 6).err())
        .contains("@6, but the record has no value", "ends the dialogue of its key");
    assertThat(explain(MODEL, cluster.inputTopic(), 0, 7).err())
        .contains("Expected an offset of", "which holds 0 to 6, but found 7");
    assertThat(explain(MODEL, "no-such-topic", 0, 0).err()).contains("it does not exist");
  }
}
