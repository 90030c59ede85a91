package io.garam.streams.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.nlu.Intent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Output record with an intent, and where its event was read.
 *
 * @param partition of the input topic, where the event was read
 * @param offset of the event there
 * @param timestamp of the event, in milliseconds since 1970
 * @param taggedAt when it was tagged, in milliseconds since 1970
 * @param key of the output record, which is its dialogue; null for none
 * @param headers of the output record
 * @param value the event with its intent, JSON in UTF-8
 * @param intent the intent that is in it
 * @since 0.1.0
 */
public record TaggedRecord(
    TopicPartition partition,
    long offset,
    long timestamp,
    long taggedAt,
    byte @Nullable [] key,
    Headers headers,
    byte[] value,
    Intent intent) {

  /** Returns the source position of the event, such as {@code utterances-3@1234}. */
  public String at() {
    return partition + "@" + offset;
  }

  /**
   * Returns the first headers as text, of those with the same name the last.
   *
   * @param most how many
   */
  public Map<String, String> firstHeaders(int most) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Header header : headers) {
      if (texts.size() == most) {
        break;
      }
      texts.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
    }
    return texts;
  }

  /** Returns all values of headers as text, by their names; of one without a value none. */
  public Map<String, Set<String>> headerTexts() {
    Map<String, Set<String>> texts = new HashMap<>();
    for (Header header : headers) {
      Set<String> values = texts.computeIfAbsent(header.key(), name -> new HashSet<>());
      if (header.value() != null) {
        values.add(new String(header.value(), UTF_8));
      }
    }
    return texts;
  }
}
