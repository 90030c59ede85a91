package io.garam.streams.doctor;

import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.settings.TaggerSettings;
import io.garam.streams.start.AccessCheck;
import io.garam.streams.start.TopicCheck;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;

/**
 * Check of the rights to the topics that Kafka Streams makes, the changelog of dialogues and the
 * repartition topic: to use each, or to create it where it does not exist yet. It is the one that a
 * tagger makes when it starts.
 *
 * @param dialogues whether the model follows dialogues
 */
record InternalTopicRightsCheck(GaramConfig config, BooleanSupplier dialogues) implements Check {

  @Override
  public String name() {
    return config.repartitions()
        ? "rights to the changelog and the repartition topic"
        : "rights to the changelog";
  }

  @Override
  public List<String> needs() {
    return List.of(TopicsCheck.NAME, TaggerChecks.MODEL);
  }

  @Override
  public Finding run() {
    List<String> topics = new TaggerSettings(config).internalTopics(dialogues.getAsBoolean());
    if (topics.isEmpty()) {
      return Finding.ok("not needed, since the model does not follow dialogues");
    }
    Brokers brokers = new TaggerSettings(config).brokers();
    try (Admin admin = brokers.admin()) {
      if (!new TopicCheck(config, brokers, List.of(config.inputTopic())).missing(admin).isEmpty()) {
        return Finding.skipped(config.inputTopic() + " is not there yet");
      }
      new AccessCheck(config, brokers, dialogues.getAsBoolean()).run(admin);
    }
    return Finding.ok(String.join(" and ", topics) + " can be used, or created");
  }
}
