package io.garam.streams.start;

import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.text.Printable;
import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.log.LogNames;
import io.garam.streams.settings.TaggerSettings;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks at the start of a tagger, so that nothing that is missing stops it later. */
public final class StartChecks {

  private static final Logger log = LoggerFactory.getLogger(LogNames.TAGGER);

  private StartChecks() {}

  /**
   * Loads the model, and asks the brokers meanwhile for the topics and the rights that a tagger
   * needs.
   *
   * @param topics that must be there, and are created if the configuration says so
   * @return the model, which is the caller's to close
   * @throws io.garam.nlu.GaramException if the model cannot be used, the brokers do not answer, or
   *     a topic or a right is missing
   */
  public static OnnxClassifier loadChecked(GaramConfig config, List<String> topics) {
    for (String key : config.unknownKeys()) {
      log.warn(
          "Neither Garam nor Kafka knows the configuration key {}.", Printable.beginning(key, 100));
    }
    return ModelLoading.beside(spec -> askBrokers(config, topics, spec.dialogue() != null), config);
  }

  /**
   * Asks the brokers for topics.
   *
   * @param topics that must be there, and are created if the configuration says so
   * @param sharing topics that share dialogues; none for any number of partitions
   * @throws io.garam.nlu.GaramException if the brokers do not answer, a topic is missing, or topics
   *     that share dialogues have different numbers of partitions
   */
  public static void requireTopics(GaramConfig config, List<String> topics, List<String> sharing) {
    Brokers brokers = new TaggerSettings(config).brokers();
    TopicCheck check = new TopicCheck(config, brokers, topics);
    try (Admin admin = brokers.admin()) {
      check.run(admin);
      check.requireEqualPartitions(admin, sharing);
    }
  }

  private static void askBrokers(
      GaramConfig config, List<String> topics, boolean followsDialogues) {
    Brokers brokers = new TaggerSettings(config).brokers();
    try (Admin admin = brokers.admin()) {
      new TopicCheck(config, brokers, topics).run(admin);
      new AccessCheck(config, brokers, followsDialogues).run(admin);
      if (followsDialogues) {
        new ChangelogCheck(config, brokers).run(admin);
      }
      new TransactionalIdCheck(config, brokers).run(admin);
    }
  }
}
