package io.garam.streams.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.broker.FakeBroker;
import io.garam.streams.config.GaramConfig;
import java.util.Map;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimestampsCheckTest {

  private static final String BEFORE = "message.timestamp.before.max.ms";
  private static final String AFTER = "message.timestamp.after.max.ms";
  private static final Finding KEPT = Finding.ok("the topics keep the times of events");

  @AutoClose private final FakeBroker broker = new FakeBroker();

  @BeforeEach
  void topics() {
    broker.topics.add("utterances");
    broker.topics.add("intents");
    broker.topics.add("utterances-dead-letters");
  }

  private Finding run() {
    return run("");
  }

  private Finding run(String dialoguePointer) {
    return new TimestampsCheck(
            GaramConfig.of(
                Map.of(
                    "garam.model",
                    "m",
                    "garam.dialogue.pointer",
                    dialoguePointer,
                    "bootstrap.servers",
                    broker.address())),
            broker.brokers())
        .run();
  }

  @Test
  void aWeekAgoAndAnHourAheadAreEnough() {
    broker.topics.set("intents", Map.of(BEFORE, "604800000", AFTER, "3600000"));
    assertThat(run()).isEqualTo(KEPT);
    broker.topics.set("intents", Map.of(BEFORE, "604799999", AFTER, "3600000"));
    assertThat(run())
        .isEqualTo(
            Finding.warning(
                "intents refuses times that are more than 604799999 ms old: such events become"
                    + " dead letters; raise message.timestamp.before.max.ms."));
    broker.topics.set("intents", Map.of(BEFORE, "604800000", AFTER, "3599999"));
    assertThat(run())
        .isEqualTo(
            Finding.warning(
                "intents refuses times that are more than 3599999 ms ahead: such events become"
                    + " dead letters; raise message.timestamp.after.max.ms."));
  }

  @Test
  void ofATopicThatGivesTimesItselfTheLimitsDoNotMatter() {
    broker.topics.set(
        "intents", Map.of("message.timestamp.type", "LogAppendTime", BEFORE, "1", AFTER, "1"));
    assertThat(run())
        .isEqualTo(
            Finding.warning(
                "intents replaces the times of events by those of its brokers; set"
                    + " message.timestamp.type to CreateTime to keep them."));
  }

  @Test
  void theInputMayHaveWhateverTimesItLikes() {
    broker.topics.set(
        "utterances", Map.of("message.timestamp.type", "LogAppendTime", BEFORE, "1", AFTER, "1"));
    assertThat(run()).isEqualTo(KEPT);
  }

  /** So Garam makes it. */
  @Test
  void theChangelogMayHaveTheTimesOfItsBrokers() {
    broker.topics.add("garam-dialogues-changelog");
    broker.topics.set(
        "garam-dialogues-changelog",
        Map.of("message.timestamp.type", "LogAppendTime", BEFORE, "5"));
    assertThat(run()).isEqualTo(KEPT);
  }

  @Test
  void theChangelogIsLookedAtWhereItIs() {
    broker.topics.add("garam-dialogues-changelog");
    broker.topics.set("garam-dialogues-changelog", Map.of(BEFORE, "5"));
    assertThat(run().message())
        .startsWith("garam-dialogues-changelog refuses times that are more than 5 ms old: ");
  }

  @Test
  void theRepartitionTopicIsLookedAtWhereEventsGoOverIt() {
    broker.topics.add("garam-dialogue-repartition");
    broker.topics.set("garam-dialogue-repartition", Map.of(AFTER, "5"));
    assertThat(run()).isEqualTo(KEPT);
    assertThat(run("/call").message())
        .startsWith("garam-dialogue-repartition refuses times that are more than 5 ms ahead: ");
  }

  @Test
  void allSurprisesAreToldAtOnce() {
    broker.topics.set("intents", Map.of(BEFORE, "6", AFTER, "7"));
    broker.topics.set("utterances-dead-letters", Map.of(AFTER, "8"));
    assertThat(run().message())
        .containsSubsequence(
            "intents refuses times that are more than 6 ms old",
            "intents refuses times that are more than 7 ms ahead",
            "utterances-dead-letters refuses times that are more than 8 ms ahead");
  }

  @Test
  void settingsThatMayNotBeReadAreAWarning() {
    broker.refuse(ApiKeys.DESCRIBE_CONFIGS, Errors.TOPIC_AUTHORIZATION_FAILED);
    Finding finding = run();
    assertThat(finding.status()).isEqualTo(Finding.Status.WARNING);
    assertThat(finding.message())
        .startsWith("Expected to be allowed to use the configuration of the topic intents on ");
  }
}
