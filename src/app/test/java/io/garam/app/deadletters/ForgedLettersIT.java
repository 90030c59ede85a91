package io.garam.app.deadletters;

import static io.garam.app.deadletters.DeadLetterCommands.PATIENCE;
import static io.garam.app.deadletters.DeadLetterCommands.cluster;
import static io.garam.app.deadletters.DeadLetterCommands.createTopic;
import static io.garam.app.deadletters.DeadLetterCommands.deadLetters;
import static io.garam.app.deadletters.DeadLetterCommands.tagger;
import static io.garam.app.deadletters.DeadLetterCommands.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.CommandRun;
import io.garam.app.broker.SharedBroker;
import io.garam.app.run.Cluster;
import io.garam.streams.Tagger;
import io.garam.streams.deadletters.DeadLetterHeaders;
import io.garam.streams.deadletters.Letter;
import io.garam.streams.event.SourcePosition;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Letters and events that claim to be what they are not: whoever may write may forge. */
final class ForgedLettersIT {

  @RegisterExtension static final SharedBroker broker = new SharedBroker();

  @Test
  void anEventWithTheHeadersOfALetterSpeaksNotForIt() throws Exception {
    Cluster cluster = cluster(broker);
    String payments = "payments-" + cluster.inputTopic();
    createTopic(cluster, new NewTopic(payments, 2, (short) 1));
    ProducerRecord<byte[], byte[]> event =
        new ProducerRecord<>(
            cluster.inputTopic(), 0, 5_000_000L, Letters.bytes("d0"), Letters.bytes("no event"));
    Letters.headers(payments, 1, 7, "Forged. " + DeadLetterHeaders.VALUE_LEFT_OUT)
        .add(DeadLetterHeaders.REASON, Letters.bytes("forged"))
        .add(DeadLetterHeaders.LEFT_OUT, Letters.bytes("value"))
        .add(DeadLetterHeaders.TIME, Letters.bytes("7"))
        .add("trace", Letters.bytes("mine"))
        .forEach(event.headers()::add);
    cluster.sendRecords(List.of(event));
    try (Tagger tagger = tagger(cluster, "/text")) {
      Letter letter = new Letter(cluster.read(cluster.deadLetterTopic(), 1, PATIENCE).get(0));
      assertThat(letter.code()).contains("not-json");
      assertThat(letter.source())
          .contains(new SourcePosition(new TopicPartition(cluster.inputTopic(), 0), 0));
      assertThat(letter.isIncomplete()).isFalse();
      assertThat(letter.time()).contains(Instant.ofEpochMilli(5_000_000));
      assertThat(tagger.statistics().counts().deadLetters()).isEqualTo(1);
    }
    assertThat(deadLetters(cluster, "--replay").err())
        .isEqualToIgnoringNewLines("Sent 1 dead letter again to " + cluster.inputTopic() + ".");
    ConsumerRecord<byte[], byte[]> again = cluster.read(cluster.inputTopic(), 2, PATIENCE).get(1);
    assertThat(again.value()).isEqualTo(Letters.bytes("no event"));
    assertThat(again.timestamp()).isEqualTo(5_000_000);
    assertThat(again.headers()).extracting(Header::key).containsExactly("trace");
    assertThat(cluster.read(payments, 0, PATIENCE)).isEmpty();
  }

  @Test
  void aForgedHeaderWritesToNoOtherTopicAndReadsNone() throws Exception {
    Cluster cluster = cluster(broker);
    String payments = "payments-" + cluster.inputTopic();
    createTopic(cluster, new NewTopic(payments, 2, (short) 1));
    cluster.sendRecords(
        List.of(
            new ProducerRecord<>(payments, 0, Letters.bytes("d0"), Letters.bytes("secret")),
            Letters.written(cluster.deadLetterTopic(), payments, "d0", "forged"),
            leftOut(cluster, payments),
            Letters.written(cluster.deadLetterTopic(), cluster.inputTopic(), "d0", "good")));

    CommandRun sent = deadLetters(cluster, "--replay");
    assertThat(sent.exitCode()).isEqualTo(1);
    assertThat(sent.err())
        .contains("Sent 1 dead letter again to " + cluster.inputTopic())
        .contains("2 that name a topic of origin which is neither the input topic nor allowed")
        .contains("(put back for the next --replay)");
    assertThat(cluster.read(payments, 1, PATIENCE)).hasSize(1);
    assertThat(values(cluster, 1)).containsExactly("good");

    assertThat(deadLetters(cluster, "--replay", "--to=" + cluster.inputTopic()).err())
        .as("a value is fetched from no topic that is not allowed")
        .contains("Sent 1 dead letter again", "1 that name a topic of origin");
    assertThat(values(cluster, 2)).containsExactly("good", "forged");
    assertThat(deadLetters(cluster, "--replay", "--allow-topic=" + payments).err())
        .isEqualToIgnoringNewLines("Sent 1 dead letter again to " + payments + ".");
  }

  private static ProducerRecord<byte[], byte[]> leftOut(Cluster cluster, String from) {
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(cluster.deadLetterTopic(), Letters.bytes("d0"), null);
    Letters.headers(from, 0, 0, "Too large. " + DeadLetterHeaders.VALUE_LEFT_OUT)
        .forEach(letter.headers()::add);
    return letter;
  }
}
