package io.garam.streams.doctor;

import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.failure.FailureReason;
import io.garam.streams.settings.TaggerSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Check of the partitions: as many of the changelog as of the input where dialogues are followed,
 * as many of the repartition topic where events go over it, each with a leader.
 *
 * @param dialogues whether the model follows dialogues, known once that was checked
 */
record PartitionsCheck(GaramConfig config, Brokers brokers, BooleanSupplier dialogues)
    implements Check {

  @Override
  public String name() {
    return "partitions";
  }

  @Override
  public List<String> needs() {
    return List.of(TopicsCheck.NAME);
  }

  @Override
  public Finding run() {
    try (Admin admin = brokers.admin()) {
      for (String topic :
          List.of(config.inputTopic(), config.outputTopic(), config.deadLetterTopic())) {
        Optional<TopicDescription> found = describe(admin, topic);
        if (found.isPresent()
            && found.get().partitions().stream().anyMatch(one -> one.leader() == null)) {
          return Finding.fault(
              "Expected a leader of each partition of "
                  + topic
                  + ", but there are some without; see which brokers are away.");
        }
      }
      int input = count(admin, config.inputTopic());
      if (input == 0) {
        return Finding.skipped(config.inputTopic() + " is not there yet");
      }
      List<String> internal = new ArrayList<>();
      for (String topic : new TaggerSettings(config).internalTopics(dialogues.getAsBoolean())) {
        int count = count(admin, topic);
        if (count > 0 && count != input) {
          return Finding.fault(
              FailureReason.otherPartitions(
                  topic, Integer.toString(input), Integer.toString(count)));
        }
        if (count > 0) {
          internal.add(topic);
        }
      }
      int threads =
          Integer.parseInt(
              String.valueOf(
                  config.streamsProperties().get(StreamsConfig.NUM_STREAM_THREADS_CONFIG)));
      String counts =
          config.inputTopic()
              + " has "
              + input
              + (internal.isEmpty() ? "" : ", and " + String.join(" and ", internal) + " as many");
      // Kafka Streams reads each partition of the repartition topic for itself too.
      int readable = config.repartitions() ? 2 * input : input;
      return threads > readable
          ? Finding.warning(
              counts
                  + "; "
                  + threads
                  + " threads are set, of which "
                  + (threads - readable)
                  + " will have nothing to do: set --threads lower, or add partitions.")
          : Finding.ok(counts);
    }
  }

  private int count(Admin admin, String topic) {
    return describe(admin, topic).map(found -> found.partitions().size()).orElse(0);
  }

  private Optional<TopicDescription> describe(Admin admin, String topic) {
    return brokers.answerUnless(
        UnknownTopicOrPartitionException.class,
        Objects.requireNonNull(
            admin.describeTopics(List.of(topic)).topicNameValues().get(topic), topic),
        "the topic " + topic);
  }
}
