package io.garam.streams.doctor;

import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.failure.FailureReason;
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
 * each with a leader.
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
      int changelog = dialogues.getAsBoolean() ? count(admin, config.changelogTopic()) : 0;
      if (changelog > 0 && changelog != input) {
        return Finding.fault(
            FailureReason.otherPartitions(
                config.changelogTopic(), Integer.toString(input), Integer.toString(changelog)));
      }
      int threads =
          Integer.parseInt(
              String.valueOf(
                  config.streamsProperties().get(StreamsConfig.NUM_STREAM_THREADS_CONFIG)));
      String counts =
          config.inputTopic()
              + " has "
              + input
              + (changelog > 0 ? ", and " + config.changelogTopic() + " as many" : "");
      return threads > input
          ? Finding.warning(
              counts
                  + "; "
                  + threads
                  + " threads are set, of which "
                  + (threads - input)
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
