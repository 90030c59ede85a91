package io.garam.app.deadletters;

import static io.garam.app.deadletters.DeadLetterCommands.PATIENCE;
import static io.garam.app.deadletters.DeadLetterCommands.all;
import static io.garam.app.deadletters.DeadLetterCommands.cluster;
import static io.garam.app.deadletters.DeadLetterCommands.deadLetters;
import static io.garam.app.deadletters.DeadLetterCommands.expectedValues;
import static io.garam.app.deadletters.DeadLetterCommands.letters;
import static io.garam.app.deadletters.DeadLetterCommands.number;
import static io.garam.app.deadletters.DeadLetterCommands.tagger;
import static io.garam.app.deadletters.DeadLetterCommands.topic;
import static io.garam.app.deadletters.DeadLetterCommands.values;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.app.CommandRun;
import io.garam.app.broker.SharedBroker;
import io.garam.app.run.Cluster;
import io.garam.nlu.GaramException;
import io.garam.nlu.io.Json;
import io.garam.streams.Tagger;
import io.garam.streams.deadletters.DeadLetterTopic;
import io.garam.streams.deadletters.Resender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeadLettersCommandIT {

  @RegisterExtension static final SharedBroker broker = new SharedBroker();

  @Test
  void whatFailedForAWrongPointerIsListedAndThenTagged() throws Exception {
    Cluster cluster = cluster(broker);
    List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ProducerRecord<byte[], byte[]> event =
          new ProducerRecord<>(
              cluster.inputTopic(),
              null,
              1_000_000L + i,
              Letters.bytes("d-1"),
              Letters.bytes("{\"body\":\"안녕하세요\",\"n\":" + i + "}"));
      event.headers().add("trace", new byte[] {(byte) i});
      events.add(event);
    }
    events.add(
        new ProducerRecord<>(
            cluster.inputTopic(), Letters.bytes("d-2"), new byte[] {27, '[', 'm'}));
    cluster.sendRecords(events);
    try (Tagger wrong = tagger(cluster, "/text")) {
      assertThat(cluster.read(cluster.deadLetterTopic(), 4, PATIENCE)).hasSize(4);
      assertThat(wrong.statistics().counts().tagged()).isZero();
    }

    CommandRun listed = deadLetters(cluster);
    assertThat(listed.exitCode()).as(listed.err()).isZero();
    assertThat(listed.out())
        .contains("3  no-text: Expected the text at /text, but the event has nothing there.")
        .contains("1970-01-01T00:16:40Z to 1970-01-01T00:16:40.002Z")
        .contains(cluster.inputTopic() + "-")
        .contains("key d-1", "{\"body\":\"안녕하세요\",\"n\":2}", "\\u001b[m")
        .doesNotContain("\u001b");
    CommandRun json = deadLetters(cluster, "--json");
    assertThat(json.lines()).hasSize(4);
    for (String line : json.lines()) {
      assertThat(Json.MAPPER.readTree(line).get("topic").asText()).isEqualTo(cluster.inputTopic());
    }
    assertThat(deadLetters(cluster, "--limit=1").out())
        .contains("The newest 1 of 4:", "key d-2")
        .doesNotContain("key d-1");

    try (Tagger right = tagger(cluster, "/body")) {
      CommandRun sent = deadLetters(cluster, "--replay");
      assertThat(sent.exitCode()).as(sent.err()).isZero();
      assertThat(sent.err())
          .isEqualToIgnoringNewLines("Sent 4 dead letters again to " + cluster.inputTopic() + ".");
      List<ConsumerRecord<byte[], byte[]>> outputs =
          cluster.read(cluster.outputTopic(), 3, PATIENCE);
      assertThat(outputs).hasSize(3);
      for (int i = 0; i < 3; i++) {
        ConsumerRecord<byte[], byte[]> output = outputs.get(i);
        assertThat(new String(output.value(), UTF_8)).contains("\"n\":" + i + ",\"intent\":{");
        assertThat(output.key()).isEqualTo(Letters.bytes("d-1"));
        assertThat(output.timestamp()).isEqualTo(1_000_000L + i);
        assertThat(output.headers()).hasSize(1);
        assertThat(output.headers().lastHeader("trace").value()).containsExactly((byte) i);
      }
      // What is no JSON still fails, and is a new letter.
      assertThat(cluster.read(cluster.deadLetterTopic(), 5, PATIENCE)).hasSize(5);
      assertThat(right.statistics().counts().deadLetters()).isEqualTo(1);
    }
    assertThat(deadLetters(cluster, "--json").lines()).hasSize(1);
    assertThat(deadLetters(cluster, "--json", "--all").lines()).hasSize(5);
  }

  @Test
  void aSecondReplaySendsNothing() throws Exception {
    Cluster cluster = cluster(broker);
    cluster.sendRecords(letters(cluster, 20));
    assertThat(deadLetters(cluster, "--replay").err()).startsWith("Sent 20 dead letters again to ");
    CommandRun second = deadLetters(cluster, "--replay");
    assertThat(second.exitCode()).isZero();
    assertThat(second.err()).startsWith("No dead letters in " + cluster.deadLetterTopic());
    assertThat(deadLetters(cluster).err())
        .startsWith("No dead letters in " + cluster.deadLetterTopic());
    assertThat(values(cluster, 20)).containsExactlyInAnyOrderElementsOf(expectedValues(20));
  }

  @Test
  void aReplayThatWasKilledInATransactionIsMadeGood() throws Exception {
    Cluster cluster = cluster(broker);
    cluster.sendRecords(letters(cluster, 20));
    DeadLetterTopic topic = topic(cluster);
    try (KafkaProducer<byte[], byte[]> killed =
            new KafkaProducer<>(
                Map.of(
                    "bootstrap.servers", broker.bootstrapServers(),
                    "transactional.id", topic.group()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        KafkaConsumer<byte[], byte[]> member =
            new KafkaConsumer<>(
                Map.of(
                    "bootstrap.servers", broker.bootstrapServers(),
                    "group.id", topic.group()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
      killed.initTransactions();
      killed.beginTransaction();
      killed.send(new ProducerRecord<>(cluster.inputTopic(), Letters.bytes("v0"))).get();
      killed.sendOffsetsToTransaction(
          Map.of(new TopicPartition(cluster.deadLetterTopic(), 0), new OffsetAndMetadata(5)),
          member.groupMetadata());
      killed.flush();
      assertThat(deadLetters(cluster, "--replay").err())
          .startsWith("Sent 20 dead letters again to ");
    }
    assertThat(values(cluster, 20)).containsExactlyInAnyOrderElementsOf(expectedValues(20));
  }

  @Test
  void anInterruptedReplayGoesOnWhereItStopped() throws Exception {
    Cluster cluster = cluster(broker);
    cluster.sendRecords(letters(cluster, 1200));
    try (Resender interrupted = Resender.begin(topic(cluster), all(cluster))) {
      assertThatThrownBy(
              () ->
                  interrupted.run(
                      committed -> {
                        throw new IllegalStateException("interrupted");
                      }))
          .hasMessage("interrupted");
    }
    assertThat(deadLetters(cluster, "--replay").err()).startsWith("Sent 700 dead letters again ");
    List<String> values = values(cluster, 1200);
    assertThat(values).containsExactlyInAnyOrderElementsOf(expectedValues(1200));
    assertThat(values.stream().filter(value -> value.endsWith("3")).toList())
        .as("of one dialogue, in order")
        .isSubsetOf(expectedValues(1200))
        .isSortedAccordingTo((a, b) -> Integer.compare(number(a), number(b)));
  }

  @Test
  void ofTwoReplaysAtOnceTheOlderIsStoppedAndNothingIsDoubled() throws Exception {
    Cluster cluster = cluster(broker);
    cluster.sendRecords(letters(cluster, 1200));
    try (Resender older = Resender.begin(topic(cluster), all(cluster))) {
      assertThatThrownBy(
              () ->
                  older.run(
                      committed ->
                          assertThat(deadLetters(cluster, "--replay").err())
                              .startsWith("Sent 700 dead letters again ")))
          .isInstanceOf(GaramException.class)
          .hasMessageContaining("another has begun");
    }
    assertThat(values(cluster, 1200)).containsExactlyInAnyOrderElementsOf(expectedValues(1200));
  }

  @Test
  void aMissingTopicIsOneSentence() {
    for (String flag : List.of("--json", "--replay")) {
      CommandRun run = deadLetters(new Cluster(broker.bootstrapServers()), flag);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith("Expected the topic dead-").contains("does not exist");
      assertThat(run.err().lines()).hasSize(1);
    }
  }

  @Test
  void anUnreachableBrokerIsOneSentence() {
    for (String flag : List.of("--json", "--replay")) {
      CommandRun run =
          CommandRun.of(
              "dead-letters",
              "--bootstrap-server=127.0.0.1:1",
              "--config=garam.connect.timeout.ms=1000",
              flag);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("Expected Kafka at 127.0.0.1:1, but nothing answered");
      assertThat(run.err().lines()).hasSize(1);
    }
  }

  @Test
  void flagsThatDoNotGoTogetherAreNamed() {
    Cluster cluster = new Cluster(broker.bootstrapServers());
    assertThat(deadLetters(cluster, "--to=a").err()).contains("Expected --to together with");
    assertThat(deadLetters(cluster, "--allow-topic=a").err())
        .contains("Expected --allow-topic together with");
    assertThat(deadLetters(cluster, "--replay", "--json").err()).contains("--json without");
    assertThat(deadLetters(cluster, "--reason=no-txt").err())
        .startsWith("Expected --reason to be one of ")
        .contains("no-text", "no-txt");
    assertThat(deadLetters(cluster, "--limit=-1").err())
        .contains("--limit to be a whole number from 0 to");
    assertThat(deadLetters(cluster, "--replay", "--to=" + cluster.deadLetterTopic()).err())
        .contains("the topic of the dead letters");
    assertThat(CommandRun.of("dead-letters").err()).contains("add --bootstrap-server");
  }
}
