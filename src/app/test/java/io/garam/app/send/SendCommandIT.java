package io.garam.app.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.CommandRun;
import io.garam.app.broker.SharedBroker;
import io.garam.app.run.Cluster;
import io.garam.nlu.io.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SendCommandIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @RegisterExtension private static final SharedBroker broker = new SharedBroker();

  @TempDir private static Path folder;

  private final InputStream standardInput = System.in;
  private final Cluster cluster = new Cluster(broker.bootstrapServers());

  @AfterEach
  void restoreStandardInput() {
    System.setIn(standardInput);
  }

  private CommandRun send(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "send",
                "--bootstrap-server",
                broker.bootstrapServers(),
                "--topic",
                cluster.inputTopic(),
                "--config",
                "garam.topic.partitions=" + Cluster.PARTITIONS));
    args.addAll(List.of(more));
    return CommandRun.of(args.toArray(new String[0]));
  }

  private List<ConsumerRecord<byte[], byte[]>> read(int count) {
    return cluster.read(cluster.inputTopic(), count, PATIENCE);
  }

  @Test
  void textsOfADialogueBecomeEventsOfOnePartitionInOrder() throws Exception {
    System.setIn(new ByteArrayInputStream("안녕하세요\n\n방 있어요?\n".getBytes(UTF_8)));
    CommandRun sent =
        send(
            "--create-topics",
            "--json",
            "--dialogue",
            "d-1",
            "--speaker",
            "user",
            "--config",
            "garam.dialogue.pointer=/chat/id",
            "--text-pointer",
            "/chat/text");

    assertThat(sent.err()).isEmpty();
    assertThat(sent.exitCode()).isZero();
    JsonNode summary = Json.MAPPER.readTree(sent.out());
    assertThat(summary.get("topic").asText()).isEqualTo(cluster.inputTopic());
    assertThat(summary.get("events").intValue()).isEqualTo(2);
    assertThat(summary.get("blankLines").intValue()).isEqualTo(1);
    List<ConsumerRecord<byte[], byte[]>> records = read(2);
    JsonNode partition = summary.at("/partitions/0");
    assertThat(partition.get("partition").intValue()).isEqualTo(records.get(0).partition());
    assertThat(partition.get("firstOffset").longValue()).isEqualTo(records.get(0).offset());
    assertThat(partition.get("lastOffset").longValue()).isEqualTo(records.get(1).offset());
    assertThat(records).extracting(one -> new String(one.key(), UTF_8)).containsOnly("d-1");
    assertThat(records)
        .extracting(one -> new String(one.value(), UTF_8))
        .containsExactly(
            "{\"chat\":{\"text\":\"안녕하세요\",\"id\":\"d-1\"},\"speaker\":\"user\"}",
            "{\"chat\":{\"text\":\"방 있어요?\",\"id\":\"d-1\"},\"speaker\":\"user\"}");
  }

  @Test
  void eventsOfAFileGoAsTheyAreUpToTheFirstThatIsNone() throws Exception {
    Path file = folder.resolve("events.jsonl");
    Files.writeString(file, "{ \"text\":\"a\", \"n\":1.0 }\n{\"text\":\"b\"}\nno event\n{}\n");
    CommandRun missing = send("--events", file.toString());
    assertThat(missing.exitCode()).isEqualTo(1);
    assertThat(missing.err()).contains("does not exist", "--create-topics");

    CommandRun sent = send("--create-topics", "--events", "--key", "k", file.toString());

    assertThat(sent.exitCode()).isEqualTo(1);
    assertThat(sent.out()).isEmpty();
    assertThat(sent.err())
        .contains("Line 3 was not sent; 2 events were, the last of line 2. Expected")
        .doesNotContain("\tat ");
    List<ConsumerRecord<byte[], byte[]>> records = read(2);
    assertThat(records)
        .extracting(one -> new String(one.value(), UTF_8))
        .containsExactly("{ \"text\":\"a\", \"n\":1.0 }", "{\"text\":\"b\"}");
    assertThat(records).extracting(one -> new String(one.key(), UTF_8)).containsOnly("k");
  }
}
