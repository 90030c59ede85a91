package io.garam.streams.doctor;

import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.acl.AclOperation;

/** Checks of a tagger's brokers, in the order in which they are made. */
public final class TaggerChecks {

  /** Name of the check that loads the model, which some of these need; it is not made here. */
  public static final String MODEL = "model";

  private TaggerChecks() {}

  /**
   * Returns the checks.
   *
   * @param config one that does not create topics
   * @param creates whether a tagger creates topics at its start
   * @param topics of the doctor's own, which are the caller's to close
   * @param dialogues whether the model follows dialogues, asked once the model was checked
   */
  public static List<Check> of(
      GaramConfig config,
      boolean creates,
      Brokers brokers,
      OwnTopics topics,
      BooleanSupplier dialogues) {
    return List.of(
        new BrokersCheck(brokers),
        new TopicsCheck(config, creates),
        new PartitionsCheck(config, brokers, dialogues),
        new SizesCheck(config, brokers),
        new TimestampsCheck(config, brokers),
        new ChangelogCheck(config, brokers),
        topic(brokers, config.inputTopic(), AclOperation.READ),
        topic(brokers, config.outputTopic(), AclOperation.WRITE),
        topic(brokers, config.deadLetterTopic(), AclOperation.WRITE),
        new RightsCheck(
            brokers,
            RightsCheck.Kind.GROUP,
            config.applicationId(),
            List.of(AclOperation.READ),
            List.of()),
        new InternalTopicRightsCheck(config, dialogues),
        topics,
        new TransactionsCheck(config, brokers, topics),
        new ClockCheck(brokers, topics),
        new RoundTripCheck(config, brokers, topics));
  }

  private static Check topic(Brokers brokers, String topic, AclOperation needed) {
    List<AclOperation> useful =
        needed == AclOperation.WRITE ? List.of(AclOperation.DESCRIBE_CONFIGS) : List.of();
    return new RightsCheck(brokers, RightsCheck.Kind.TOPIC, topic, List.of(needed), useful);
  }
}
