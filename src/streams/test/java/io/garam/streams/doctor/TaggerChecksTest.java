package io.garam.streams.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.broker.FakeBroker;
import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.doctor.Finding.Status;
import io.garam.streams.settings.TaggerSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The checks that only ask, on brokers that answer as a test wants. */
class TaggerChecksTest {

  private final FakeBroker broker = new FakeBroker();
  private final Map<String, String> settings = new HashMap<>();
  private boolean dialogues;

  private boolean creates;

  @BeforeEach
  void aTaggersTopics() {
    broker.topics.add("utterances", 4);
    broker.topics.add("intents", 2);
    broker.topics.add("utterances-dead-letters");
    settings.put("bootstrap.servers", broker.address());
    settings.put("garam.model", "none");
    settings.put("num.stream.threads", "1");
  }

  @AfterEach
  void close() {
    broker.close();
  }

  /** Makes all checks but those that write. */
  private Map<String, CheckResult> results() throws InterruptedException {
    GaramConfig config = GaramConfig.of(settings);
    CheckRun run = new CheckRun();
    OwnTopics topics = new OwnTopics(broker.brokers(), "garam");
    Map<String, CheckResult> results = new TreeMap<>();
    for (Check check :
        TaggerChecks.of(config, creates, broker.brokers(), topics, () -> dialogues)) {
      if (!(check instanceof OwnTopics || check instanceof TransactionsCheck)) {
        CheckResult result = run.run(check);
        results.put(result.check(), result);
      }
    }
    return results;
  }

  private CheckResult result(String check) throws InterruptedException {
    return results().get(check);
  }

  @Test
  void whatIsThereIsOk() throws Exception {
    Map<String, CheckResult> results = results();
    for (String check : List.of("brokers", "topics", "partitions", "message sizes", "timestamps")) {
      assertThat(results.get(check).status()).as("%s", results.get(check)).isEqualTo(Status.OK);
    }
    assertThat(results.get("brokers").message()).startsWith("brokers: 1, cluster fake");
    assertThat(results.get("round trip").status()).isEqualTo(Status.SKIPPED);
    assertThat(results.get("clocks").message()).isEqualTo("needs the check \"topics of its own\"");
    assertThat(broker.requests(ApiKeys.CREATE_TOPICS)).isEmpty();
  }

  @Test
  void aMissingTopicIsAFaultAndWhatIsSaidOfTopicsSkipped() throws Exception {
    settings.put("garam.output.topic", "answers");
    Map<String, CheckResult> results = results();
    assertThat(results.get("topics").status()).isEqualTo(Status.FAULT);
    assertThat(results.get("topics").message()).contains("the topic answers", "create it");
    assertThat(results.get("message sizes").status()).isEqualTo(Status.SKIPPED);
    assertThat(results.get("rights to the topic answers").status()).isEqualTo(Status.SKIPPED);
    assertThat(broker.topics.names()).doesNotContain("answers");
  }

  @Test
  void topicsThatTheStartCreatesAreNoFault() throws Exception {
    creates = true;
    settings.put("garam.input.topic", "questions");
    settings.put("garam.output.topic", "answers");
    Map<String, CheckResult> results = results();
    assertThat(results.get("topics").status()).isEqualTo(Status.WARNING);
    assertThat(results.get("topics").message())
        .isEqualTo("not there yet, and created at the start: questions, answers");
    assertThat(results.values()).noneMatch(result -> result.status() == Status.FAULT);
    assertThat(results.get("partitions").status()).isEqualTo(Status.SKIPPED);
    assertThat(broker.topics.names()).doesNotContain("questions", "answers");
  }

  @Test
  void aChangelogThatIsNotCompactedForgetsDialogues() throws Exception {
    broker.topics.add("garam-dialogues-changelog", 4);
    broker.topics.set("garam-dialogues-changelog", Map.of("cleanup.policy", "compact"));
    assertThat(result("changelog").status()).isEqualTo(Status.OK);
    broker.topics.set("garam-dialogues-changelog", Map.of("cleanup.policy", "delete"));
    assertThat(result("changelog").status()).isEqualTo(Status.WARNING);
    assertThat(result("changelog").message()).contains("cleanup.policy is delete");
  }

  @Test
  void aChangelogWithOtherPartitionsIsAFaultWhereDialoguesAreFollowed() throws Exception {
    broker.topics.add("garam-dialogues-changelog", 3);
    assertThat(result("partitions").status()).isEqualTo(Status.OK);
    dialogues = true;
    assertThat(result("partitions").status()).isEqualTo(Status.FAULT);
    assertThat(result("partitions").message()).contains("garam-dialogues-changelog", "3", "4");
  }

  @Test
  void moreThreadsThanPartitionsAreAWarning() throws Exception {
    settings.put("num.stream.threads", "6");
    assertThat(result("partitions").status()).isEqualTo(Status.WARNING);
    assertThat(result("partitions").message()).contains("of which 2 will have nothing to do");
  }

  @Test
  void sizesThatDoNotFitEachOtherAreWarnings() throws Exception {
    broker.topics.set("utterances", Map.of("max.message.bytes", "9000000"));
    broker.topics.set("intents", Map.of("max.message.bytes", "500000", "segment.bytes", "400000"));
    broker.topics.set("utterances-dead-letters", Map.of("max.message.bytes", "100000"));
    settings.put("producer.max.request.size", "600000");
    CheckResult result = result("message sizes");
    assertThat(result.status()).isEqualTo(Status.WARNING);
    assertThat(result.message())
        .contains(
            "utterances takes records of 9,000,000 bytes",
            "the producer's max.request.size allows only 600,000",
            "max.message.bytes of intents allows only 500,000",
            "A segment of intents takes 400,000 bytes",
            "max.message.bytes of utterances-dead-letters allows only 100,000");
  }

  @Test
  void aProducerThatTakesNoDeadLetterIsAFault() throws Exception {
    settings.put("producer.max.request.size", "16000");
    assertThat(result("message sizes").status()).isEqualTo(Status.FAULT);
  }

  @Test
  void timesThatTopicsChangeOrRefuseAreWarnings() throws Exception {
    broker.topics.set("intents", Map.of("message.timestamp.type", "LogAppendTime"));
    broker.topics.set(
        "utterances-dead-letters",
        Map.of(
            "message.timestamp.type", "CreateTime",
            "message.timestamp.before.max.ms", "60000",
            "message.timestamp.after.max.ms", "1000"));
    CheckResult result = result("timestamps");
    assertThat(result.status()).isEqualTo(Status.WARNING);
    assertThat(result.message())
        .contains(
            "intents replaces the times of events",
            "more than 60000 ms old",
            "more than 1000 ms ahead");
  }

  @Test
  void eachMissingRightIsNamed() throws Exception {
    broker.topics.grant("utterances", AclOperation.DESCRIBE);
    broker.topics.grant("intents", AclOperation.DESCRIBE, AclOperation.WRITE);
    broker.topics.refuse("utterances-dead-letters", Errors.TOPIC_AUTHORIZATION_FAILED);
    broker.groups.add("garam", 0);
    broker.groups.grant("garam", AclOperation.DESCRIBE);
    Map<String, CheckResult> results = results();
    assertThat(results.get("rights to the topic utterances").message())
        .contains("Expected the right READ to the topic utterances");
    CheckResult output = results.get("rights to the topic intents");
    assertThat(output.status()).isEqualTo(Status.WARNING);
    assertThat(output.message()).startsWith("WRITE, but not DESCRIBE_CONFIGS");
    assertThat(results.get("rights to the topic utterances-dead-letters").message())
        .startsWith("Expected to be allowed to use the topic utterances-dead-letters");
    assertThat(results.get("rights to the group garam").message())
        .contains("Expected the right READ to the group garam");
  }

  @Test
  void brokersThatAreAwayAreOneFault() throws Exception {
    settings.put("bootstrap.servers", "127.0.0.1:1");
    settings.put("garam.connect.timeout.ms", "1000");
    GaramConfig config = GaramConfig.of(settings);
    Brokers away = new TaggerSettings(config).brokers();
    CheckRun run = new CheckRun();
    for (Check check :
        TaggerChecks.of(config, false, away, new OwnTopics(away, "garam"), () -> false)) {
      CheckResult result = run.run(check);
      assertThat(result.status())
          .as(result.check())
          .isEqualTo(check instanceof BrokersCheck ? Status.FAULT : Status.SKIPPED);
    }
  }
}
