package io.garam.streams.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import io.garam.nlu.GaramException;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.io.Json;
import io.garam.streams.client.OffsetRange;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Plan of a replay: what it does, fixed when it begins and kept on the brokers, so that one that
 * was interrupted goes on with the same, and several instances do the same.
 *
 * @param topic whose records are tagged again
 * @param stretches what of each of its partitions
 * @param from as the user asked for it, null for the beginning
 * @param to as the user asked for it, null for the end
 * @param models one for each pass
 * @param outputTopic where the first model's answers are kept, null for nowhere
 * @param outputTopicIsOurs whether this replay has created it
 * @param began when, in epoch milliseconds
 * @param threshold that is asked for in place of the first model's own; null for its own. Plans of
 *     before there was one do not name it
 */
public record ReplayPlan(
    String topic,
    List<Stretch> stretches,
    @Nullable String from,
    @Nullable String to,
    List<ModelReference> models,
    @Nullable String outputTopic,
    boolean outputTopicIsOurs,
    long began,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String threshold) {

  /**
   * A part of a partition.
   *
   * @param from the first offset
   * @param to the offset after the last one
   */
  public record Stretch(int partition, long from, long to) {}

  public ReplayPlan {
    stretches = List.copyOf(stretches);
    models = List.copyOf(models);
  }

  static List<Stretch> stretches(List<OffsetRange> ranges) {
    return ranges.stream()
        .map(range -> new Stretch(range.partition().partition(), range.from(), range.to()))
        .toList();
  }

  /** Returns what is read, a range for each partition. */
  public List<OffsetRange> ranges() {
    return stretches.stream()
        .map(
            stretch ->
                new OffsetRange(
                    new TopicPartition(topic, stretch.partition()), stretch.from(), stretch.to()))
        .toList();
  }

  /** Returns how many offsets there are, with or without a record. */
  public long offsets() {
    return OffsetRange.size(ranges());
  }

  byte[] toJson() {
    try {
      return Json.MAPPER.writeValueAsBytes(this);
    } catch (IOException e) {
      throw new IllegalStateException("a plan always has a JSON form", e);
    }
  }

  static ReplayPlan fromJson(byte[] json, String topic) {
    try {
      return Json.MAPPER
          .readerFor(ReplayPlan.class)
          .without(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .readValue(json);
    } catch (IOException e) {
      throw new GaramException(
          "Expected the plan of a replay in the topic "
              + topic
              + ", but it cannot be read ("
              + e.getMessage()
              + "); begin anew without --resume and --join.",
          e);
    }
  }
}
