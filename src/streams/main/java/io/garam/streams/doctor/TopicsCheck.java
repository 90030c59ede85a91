package io.garam.streams.doctor;

import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.ShadowKeys;
import io.garam.streams.settings.TaggerSettings;
import io.garam.streams.start.TopicCheck;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/**
 * Check whether the topics exist. It creates none.
 *
 * @param config one that does not create topics
 * @param creates whether a tagger creates them at its start
 */
record TopicsCheck(GaramConfig config, boolean creates) implements Check {

  static final String NAME = "topics";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> needs() {
    return List.of(BrokersCheck.NAME);
  }

  @Override
  public Finding run() {
    List<String> topics = new ArrayList<>();
    topics.add(config.inputTopic());
    topics.add(config.outputTopic());
    topics.add(config.deadLetterTopic());
    ShadowKeys.topic(config).ifPresent(topics::add);
    Brokers brokers = new TaggerSettings(config).brokers();
    TopicCheck check = new TopicCheck(config, brokers, topics);
    try (Admin admin = brokers.admin()) {
      List<String> missing = creates ? check.missing(admin) : List.of();
      if (!missing.isEmpty()) {
        return Finding.warning(
            "not there yet, and created at the start: " + String.join(", ", missing));
      }
      check.run(admin);
    }
    return Finding.ok(String.join(", ", topics));
  }
}
