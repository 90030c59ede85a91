package io.garam.streams.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.streams.broker.FakeBroker;
import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.settings.TaggerSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicCheckTest {

  private final FakeBroker broker = new FakeBroker();

  @AfterEach
  void close() {
    broker.close();
  }

  private GaramConfig config(String... settings) {
    Map<String, String> all = new HashMap<>();
    all.put("garam.model", "m");
    all.put("bootstrap.servers", broker.address());
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return GaramConfig.of(all);
  }

  private void run(String... settings) {
    check(config(settings), TopicCheck::run);
  }

  private void requireEqualPartitions(List<String> shared) {
    check(config(), (check, admin) -> check.requireEqualPartitions(admin, shared));
  }

  private static void check(GaramConfig config, BiConsumer<TopicCheck, Admin> done) {
    Brokers brokers = new TaggerSettings(config).brokers();
    try (Admin admin = brokers.admin()) {
      done.accept(
          new TopicCheck(
              config,
              brokers,
              List.of(config.inputTopic(), config.outputTopic(), config.deadLetterTopic())),
          admin);
    }
  }

  @Test
  void allThreeTopicsAreEnough() {
    broker.topics.add("utterances");
    broker.topics.add("intents");
    broker.topics.add("utterances-dead-letters");
    assertThatCode(() -> run()).doesNotThrowAnyException();
    assertThat(broker.requests(ApiKeys.CREATE_TOPICS)).isEmpty();
  }

  @Test
  void oneThatIsMissingIsNamed() {
    broker.topics.add("utterances");
    broker.topics.add("utterances-dead-letters");
    assertThatThrownBy(() -> run())
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected the topic intents on "
                + broker.address()
                + ", but it does not exist; create it, correct the name, or run again with"
                + " --create-topics.");
    assertThat(broker.topics.names()).doesNotContain("intents");
  }

  @Test
  void allThatAreMissingAreNamedAsTheyFollowEachOther() {
    assertThatThrownBy(() -> run())
        .hasMessage(
            "Expected the topic utterances and the topic intents and the topic"
                + " utterances-dead-letters on "
                + broker.address()
                + ", but they do not exist; create them, correct the name, or run again with"
                + " --create-topics.");
  }

  @Test
  void theyAreCreatedWhereTheConfigurationSaysSoAndOthersStayAsTheyAre() {
    broker.topics.add("utterances", 2).get(0).append("a", 0);
    run("garam.create.topics", "true", "garam.topic.partitions", "3");
    assertThat(broker.topics.names())
        .containsExactlyInAnyOrder("utterances", "intents", "utterances-dead-letters");
    assertThat(broker.topics.partitions("intents")).isEqualTo(3);
    assertThat(broker.topics.partitions("utterances")).isEqualTo(2);
    assertThat(broker.topics.partition("utterances", 0).records()).hasSize(1);
  }

  /** Of two instances that start together one is too late to create. */
  @Test
  void aTopicThatAnotherInstanceHasJustCreatedIsAsGoodAsOnesOwn() {
    broker.topics.add("intents");
    broker.topics.add("utterances-dead-letters");
    broker.answer(
        ApiKeys.CREATE_TOPICS,
        request -> {
          broker.topics.add("utterances", 1);
          return request.getErrorResponse(0, Errors.TOPIC_ALREADY_EXISTS.exception());
        });
    assertThatCode(() -> run("garam.create.topics", "true")).doesNotThrowAnyException();
  }

  @Test
  void oneThatIsNeverThereIsMissingAfterTheTimeToConnect() {
    broker.answer(
        ApiKeys.CREATE_TOPICS,
        request -> request.getErrorResponse(0, Errors.TOPIC_ALREADY_EXISTS.exception()));
    assertThatThrownBy(() -> run("garam.create.topics", "true", "garam.connect.timeout.ms", "700"))
        .hasMessageStartingWith("Expected the topic utterances and the topic intents and ");
  }

  @Test
  void whoMayNotDescribeIsToldOfTheTopic() {
    broker.topics.add("utterances");
    broker.topics.add("intents");
    broker.topics.refuse("intents", Errors.TOPIC_AUTHORIZATION_FAILED);
    assertThatThrownBy(() -> run())
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected to be allowed to use the topic intents on ");
  }

  @Test
  void whoMayNotCreateIsToldOfTheTopic() {
    broker.topics.add("utterances");
    broker.topics.add("intents");
    broker.refuse(ApiKeys.CREATE_TOPICS, Errors.TOPIC_AUTHORIZATION_FAILED);
    assertThatThrownBy(() -> run("garam.create.topics", "true"))
        .hasMessageStartingWith(
            "Expected to be allowed to use the topic utterances-dead-letters on ");
  }

  @Test
  void topicsThatShareDialoguesNeedAsManyPartitionsEach() {
    broker.topics.add("utterances", 4);
    broker.topics.add("chats", 2);
    broker.topics.add("calls", 4);
    assertThatCode(() -> requireEqualPartitions(List.of("utterances", "calls")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> requireEqualPartitions(List.of("utterances", "chats")))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected topics whose dialogues are followed together to have the same number of"
                + " partitions, but found {chats=2, utterances=4}; make topics with equal numbers,"
                + " or tag each by an application of its own.");
  }
}
