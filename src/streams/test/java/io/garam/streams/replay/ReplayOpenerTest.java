package io.garam.streams.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.nlu.Intent.ModelReference;
import io.garam.streams.broker.FakeBroker;
import io.garam.streams.client.TopicReader;
import io.garam.streams.replay.ReplayPlan.Stretch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayOpenerTest {

  private static final ModelReference MODEL = new ModelReference("act", "1", "0123456789abcdef");
  private static final ModelReference OTHER = new ModelReference("act", "2", "fedcba9876543210");

  private final FakeBroker fake = new FakeBroker();
  private final ReplayBroker broker = new ReplayBroker(fake.brokers());
  private final TopicReader reader = new TopicReader(fake.brokers());
  private final List<String> notices = new ArrayList<>();

  @BeforeEach
  void history() {
    var partitions = fake.topics.add("utterances", 2);
    partitions.get(0).append("a", 1000).append("b", 2000);
    partitions.get(1).gap(5).append("c", 1500);
  }

  @AfterEach
  void close() {
    reader.close();
    broker.close();
    fake.close();
  }

  private ReplayOpener opener(String output, ModelReference... models) {
    ReplayRequest request =
        new ReplayRequest(
            "r",
            "utterances",
            null,
            null,
            List.of(models).stream().map(model -> Path.of("m")).toList(),
            output,
            List.of(),
            Map.of());
    return new ReplayOpener(request, List.of(models), broker, reader, notices::add);
  }

  @Test
  void aPlanIsFixedAndAllThatItNeedsIsMade() {
    ReplayPlan plan = opener(null, MODEL).begin();
    assertThat(plan.stretches()).containsExactly(new Stretch(0, 0, 2), new Stretch(1, 5, 6));
    assertThat(plan.outputTopicIsOurs()).isFalse();
    assertThat(fake.topics.names())
        .containsExactlyInAnyOrder(
            "utterances",
            "garam-replay-r-answers",
            "garam-replay-r-dead-letters",
            "garam-replay-r-plan");
    assertThat(fake.topics.partitions("garam-replay-r-answers")).isEqualTo(2);
    assertThat(fake.topics.partitions("garam-replay-r-plan")).isEqualTo(1);
    assertThat(fake.groups.committed("garam-replay-r"))
        .isEqualTo(
            Map.of(
                new TopicPartition("utterances", 0),
                new OffsetAndMetadata(0),
                new TopicPartition("utterances", 1),
                new OffsetAndMetadata(5)));
    assertThat(notices).isEmpty();
  }

  @Test
  void twoModelsHaveAPassEach() {
    opener(null, MODEL, OTHER).begin();
    assertThat(fake.topics.names())
        .contains("garam-replay-r-against-answers", "garam-replay-r-against-dead-letters");
    assertThat(fake.groups.committed("garam-replay-r-against")).hasSize(2);
  }

  @Test
  void whoGoesOnFindsThePlanAsItWasHoweverMuchIsWrittenMeanwhile() {
    ReplayPlan plan = opener(null, MODEL).begin();
    fake.topics.partition("utterances", 0).append("late", 3000);
    assertThat(opener(null, MODEL).goOn()).isEqualTo(plan);
    assertThatThrownBy(() -> opener(null, OTHER).goOn())
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected to go on with the replay \"r\" as it was begun, with ");
  }

  @Test
  void whereNothingWasBegunThereIsNothingToGoOnWith() {
    assertThatThrownBy(() -> opener(null, MODEL).goOn())
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected a replay \"r\" that was begun and has not ended, but there is none; begin"
                + " one without --resume and --join, or name another with --id.");
  }

  @Test
  void toBeginAnewRemovesWhatAnEarlierOneHasLeft() {
    opener("mine", MODEL, OTHER).begin();
    fake.topics.partition("mine", 0).append("old answer", 0);
    fake.topics.partition("garam-replay-r-against-answers", 0).append("old", 0);
    ReplayPlan again = opener("mine", MODEL).begin();
    assertThat(again.outputTopicIsOurs()).as("this replay has made it").isTrue();
    assertThat(fake.topics.partition("mine", 0).records()).isEmpty();
    assertThat(fake.topics.names())
        .doesNotContain("garam-replay-r-against-answers", "garam-replay-r-answers");
    assertThat(fake.groups.names()).containsExactly("garam-replay-r");
  }

  @Test
  void anOutputTopicThatIsNotOursAndHoldsRecordsIsRefusedBeforeAnythingIsRemoved() {
    opener(null, MODEL).begin();
    fake.topics.add("theirs").append("x", 0).append("y", 0);
    assertThatThrownBy(() -> opener("theirs", MODEL).begin())
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected an output topic that is new or empty, but theirs holds 2 records already;"
                + " name another, or delete it.");
    assertThat(fake.topics.names()).contains("garam-replay-r-plan", "theirs");
  }

  @Test
  void anEmptyOutputTopicOfTheUserIsTakenAsItIs() {
    fake.topics.add("theirs", 7);
    ReplayPlan plan = opener("theirs", MODEL).begin();
    assertThat(plan.outputTopicIsOurs()).isFalse();
    assertThat(fake.topics.partitions("theirs")).isEqualTo(7);
    opener(null, MODEL).begin();
    assertThat(fake.topics.names()).as("and is not removed with the replay").contains("theirs");
  }

  @Test
  void whereThereIsNothingToReplayNothingIsRemoved() {
    opener(null, MODEL).begin();
    fake.topics.partition("utterances", 0).deleteBefore(2);
    fake.topics.partition("utterances", 1).deleteBefore(6);
    assertThatThrownBy(() -> opener(null, MODEL).begin())
        .hasMessageStartingWith("Expected records to replay between --from and --to, ");
    assertThat(fake.topics.names()).contains("garam-replay-r-plan", "garam-replay-r-answers");
  }

  @Test
  void aPlanThatCannotBeReadIsSaidAndBegunOver() {
    fake.topics.add("garam-replay-r-plan").append("nonsense", 0);
    assertThat(opener(null, MODEL).begin().topic()).isEqualTo("utterances");
    assertThat(notices)
        .singleElement()
        .asString()
        .startsWith(
            "What an earlier replay of this id has done cannot be told: Expected the plan of a"
                + " replay in the topic garam-replay-r-plan, but it cannot be read (");
    assertThat(fake.topics.partition("garam-replay-r-plan", 0).records())
        .singleElement()
        .satisfies(
            plan ->
                assertThat(UTF_8.decode(plan.value().duplicate()).toString())
                    .startsWith("{\"topic\":\"utterances\""));
  }
}
