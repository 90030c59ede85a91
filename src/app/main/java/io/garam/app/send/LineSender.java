package io.garam.app.send;

import io.garam.app.send.SentEvents.Unsent;
import io.garam.nlu.GaramException;
import io.garam.nlu.text.NormalForm;
import io.garam.nlu.text.Utf8Lines;
import io.garam.nlu.text.Utf8Lines.Line;
import io.garam.streams.event.UntaggableEventException;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Sender of lines, each an event: whenever nothing more is there to be read, it waits until the
 * brokers have what it has sent. It ends at the first line that is not sent; blank ones it leaves
 * out.
 */
final class LineSender {

  private final Producer<byte @Nullable [], byte[]> producer;
  private final Function<Throwable, GaramException> failure;
  private final SentEvents sent = new SentEvents();
  private long blank;

  /**
   * @param failure makes a sentence of what the producer says
   */
  LineSender(
      Producer<byte @Nullable [], byte[]> producer, Function<Throwable, GaramException> failure) {
    this.producer = producer;
    this.failure = failure;
  }

  /**
   * Sends all lines.
   *
   * @param key of all records, null for none
   * @throws IOException if they cannot be read
   * @throws GaramException if one cannot be sent; the message says which, and how many were
   */
  void send(Utf8Lines lines, String topic, byte @Nullable [] key, EventValues values)
      throws IOException {
    for (Line line = lines.next(); line != null; line = lines.next()) {
      if (line.fault() != null) {
        producer.flush();
        requireSent();
        throw unsent(line.number(), line.fault(), null);
      }
      if (NormalForm.isBlank(line.text())) {
        blank++;
      } else {
        send(line.number(), new ProducerRecord<>(topic, key, value(line, values)));
      }
      if (!lines.isReady()) {
        producer.flush();
      }
      requireSent();
    }
    producer.flush();
    requireSent();
  }

  private byte[] value(Line line, EventValues values) {
    try {
      return values.of(line.text());
    } catch (UntaggableEventException e) {
      producer.flush();
      requireSent();
      throw unsent(line.number(), String.valueOf(e.getMessage()), e);
    }
  }

  private void send(long line, ProducerRecord<byte @Nullable [], byte[]> event) {
    try {
      var unused =
          producer.send(
              event,
              (answer, error) -> {
                if (error == null) {
                  sent.sent(line, answer);
                } else {
                  sent.failed(line, error);
                }
              });
    } catch (KafkaException e) {
      sent.failed(line, e);
    }
  }

  private void requireSent() {
    if (sent.unsent() != null) {
      // What was sent beside it has its answer soon, and counts.
      producer.flush();
      Unsent first = sent.unsent();
      if (first != null) {
        GaramException reason = failure.apply(first.reason());
        throw unsent(first.line(), String.valueOf(reason.getMessage()), reason);
      }
    }
  }

  private GaramException unsent(long line, String reason, @Nullable Throwable cause) {
    long count = sent.count();
    return new GaramException(
        String.format(
            Locale.ROOT,
            "Line %,d was not sent; %s. %s",
            line,
            count == 0
                ? "nor was any other"
                : String.format(
                    Locale.ROOT,
                    "%,d %s, the last of line %,d",
                    count,
                    count == 1 ? "event was" : "events were",
                    sent.lastLine()),
            reason),
        cause);
  }

  /** Returns what the brokers have got so far. */
  SendSummary summary(String topic) {
    return new SendSummary(topic, sent.count(), blank, sent.partitions());
  }
}
