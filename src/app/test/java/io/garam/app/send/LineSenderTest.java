package io.garam.app.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.app.send.SentEvents.Partition;
import io.garam.nlu.GaramException;
import io.garam.nlu.text.Utf8Lines;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LineSenderTest {

  private static final EventValues TEXTS = new TextEvents(JsonPointer.compile("/text"), Map.of());

  private final MockProducer<byte @Nullable [], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

  private static LineSender sender(MockProducer<byte @Nullable [], byte[]> producer) {
    return new LineSender(producer, reason -> new GaramException("Refused.", reason));
  }

  private static void send(LineSender sender, InputStream lines) throws IOException {
    sender.send(new Utf8Lines(lines, 20), "utterances", "d-1".getBytes(UTF_8), TEXTS);
  }

  private static InputStream bytes(String lines) {
    return new ByteArrayInputStream(lines.getBytes(UTF_8));
  }

  private List<String> sent() {
    return producer.history().stream().map(one -> new String(one.value(), UTF_8)).toList();
  }

  @Test
  void eachLineIsAnEventAndBlankOnesAreLeftOut() throws IOException {
    LineSender sender = sender(producer);
    send(sender, bytes("내일 일정\r\n\n  \t\n\u200B\n{\"a\":1}\n\"q\""));

    assertThat(sent())
        .containsExactly(
            "{\"text\":\"내일 일정\"}", "{\"text\":\"{\\\"a\\\":1}\"}", "{\"text\":\"\\\"q\\\"\"}");
    assertThat(producer.history())
        .allSatisfy(
            one -> {
              assertThat(one.topic()).isEqualTo("utterances");
              assertThat(one.key()).asString(UTF_8).isEqualTo("d-1");
            });
    SendSummary summary = sender.summary("utterances");
    assertThat(summary)
        .isEqualTo(new SendSummary("utterances", 3, 3, List.of(new Partition(0, 3, 0, 2))));
    assertThat(summary.text())
        .isEqualToNormalizingNewlines(
            "Sent 3 events to utterances; left out 3 blank lines\n  utterances-0@0 to @2\n");
  }

  @Test
  void aLineThatIsNoTextEndsItAndIsNamed() {
    InputStream lines = new ByteArrayInputStream(new byte[] {'a', '\n', 'b', '\n', -1, '\n', 'c'});
    assertThatThrownBy(() -> send(sender(producer), lines))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith(
            "Line 3 was not sent; 2 events were, the last of line 2. Expected UTF-8,");
    assertThat(sent()).containsExactly("{\"text\":\"a\"}", "{\"text\":\"b\"}");
    assertThatThrownBy(() -> send(sender(producer), bytes("123456789012345678901\n")))
        .hasMessageStartingWith(
            "Line 1 was not sent; nor was any other. Expected a line of at most 20 bytes,");
  }

  @Test
  void whatTheBrokersRefuseEndsIt() {
    MockProducer<byte @Nullable [], byte[]> refusing =
        new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()) {
          @Override
          public synchronized Future<RecordMetadata> send(
              ProducerRecord<byte @Nullable [], byte[]> event, Callback answer) {
            if (history().isEmpty()) {
              return super.send(event, answer);
            }
            TimeoutException refusal = new TimeoutException("nobody answers");
            answer.onCompletion(null, refusal);
            return CompletableFuture.failedFuture(refusal);
          }
        };
    InputStream lines = bytes("a\nb\nc\n");
    assertThatThrownBy(() -> send(sender(refusing), lines))
        .isInstanceOf(GaramException.class)
        .hasMessage("Line 2 was not sent; 1 event was, the last of line 1. Refused.")
        .rootCause()
        .hasMessage("nobody answers");
    assertThat(refusing.history()).hasSize(1);
  }

  @Test
  void theTallyIsOfEachPartition() {
    SentEvents sent = new SentEvents();
    sent.sent(1, at(1, 7));
    sent.sent(2, at(0, 3));
    sent.sent(3, at(1, 9));
    sent.failed(5, new IllegalStateException("later"));
    sent.failed(4, new IllegalStateException("first"));

    assertThat(sent.partitions())
        .containsExactly(new Partition(0, 1, 3, 3), new Partition(1, 2, 7, 9));
    assertThat(sent.count()).isEqualTo(3);
    assertThat(sent.lastLine()).isEqualTo(3);
    assertThat(sent.unsent()).extracting(SentEvents.Unsent::line).isEqualTo(4L);
  }

  private static RecordMetadata at(int partition, long offset) {
    return new RecordMetadata(new TopicPartition("utterances", partition), offset, 0, 0, 0, 0);
  }
}
