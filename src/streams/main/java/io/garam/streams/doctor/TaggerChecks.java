package io.garam.streams.doctor;

import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.config.ShadowKeys;
import java.util.ArrayList;
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
    List<Check> checks = new ArrayList<>();
    checks.add(new BrokersCheck(brokers));
    checks.add(new TopicsCheck(config, creates));
    checks.add(new PartitionsCheck(config, brokers, dialogues));
    checks.add(new SizesCheck(config, brokers));
    checks.add(new TimestampsCheck(config, brokers));
    checks.add(new ChangelogCheck(config, brokers));
    checks.add(topic(brokers, config.inputTopic(), AclOperation.READ));
    checks.add(topic(brokers, config.outputTopic(), AclOperation.WRITE));
    checks.add(topic(brokers, config.deadLetterTopic(), AclOperation.WRITE));
    ShadowKeys.topic(config)
        .map(topic -> rights(brokers, topic, AclOperation.WRITE, List.of()))
        .ifPresent(checks::add);
    checks.add(
        new RightsCheck(
            brokers,
            RightsCheck.Kind.GROUP,
            config.applicationId(),
            List.of(AclOperation.READ),
            List.of()));
    checks.add(new InternalTopicRightsCheck(config, dialogues));
    checks.add(topics);
    checks.add(new TransactionsCheck(config, brokers, topics));
    checks.add(new ClockCheck(brokers, topics));
    checks.add(new RoundTripCheck(config, brokers, topics));
    return checks;
  }

  private static Check topic(Brokers brokers, String topic, AclOperation needed) {
    List<AclOperation> useful =
        needed == AclOperation.WRITE ? List.of(AclOperation.DESCRIBE_CONFIGS) : List.of();
    return rights(brokers, topic, needed, useful);
  }

  private static Check rights(
      Brokers brokers, String topic, AclOperation needed, List<AclOperation> useful) {
    return new RightsCheck(brokers, RightsCheck.Kind.TOPIC, topic, List.of(needed), useful);
  }
}
