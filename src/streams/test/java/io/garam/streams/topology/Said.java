package io.garam.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** An utterance of a dialogue, as a record of its topic. */
record Said(String dialogue, String json, long time) {

  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  static Said utterance(String dialogue, String text, long minute) {
    return new Said(dialogue, "{\"text\":\"" + text + "\"}", minute * MINUTE);
  }

  /** Returns an event in JSON, with apostrophes for quotation marks. */
  static Said event(String dialogue, String json, long minute) {
    return new Said(dialogue, json.replace('\'', '"'), minute * MINUTE);
  }

  static Said tombstone(String dialogue, long minute) {
    return new Said(dialogue, null, minute * MINUTE);
  }

  static String label(JsonNode intent) {
    return intent.get("label").textValue();
  }

  ConsumerRecord<byte[], byte[]> record() {
    return new ConsumerRecord<>(
        "utterances",
        0,
        0,
        time,
        TimestampType.CREATE_TIME,
        0,
        0,
        dialogue == null ? null : dialogue.getBytes(UTF_8),
        json == null ? null : json.getBytes(UTF_8),
        new RecordHeaders(),
        Optional.empty());
  }
}
