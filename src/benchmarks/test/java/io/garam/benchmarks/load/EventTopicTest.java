package io.garam.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.Utterance;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class EventTopicTest {

  private final Texts texts = new Texts("here", List.of("하나", " ", "둘", "셋"));

  @Test
  void blankTextsAreLeftOutAndTheOthersComeInTurn() {
    assertThat(IntStream.range(0, 4).mapToObj(texts::of)).containsExactly("하나", "둘", "셋", "하나");
  }

  @Test
  void everyPartitionHasAsManyEventsAndADialogueItsOwn() {
    EventTopic topic = new EventTopic("events", texts, 1_000, true);

    for (int partition = 0; partition < EventTopic.PARTITIONS; partition++) {
      int wanted = partition;
      assertThat(
              IntStream.range(0, 1_000)
                  .filter(event -> topic.record(event).partition() == wanted)
                  .count())
          .isEqualTo(250);
    }
    assertThat(topic.record(7).partition()).isEqualTo(topic.record(207).partition());
    assertThat(topic.record(7).key()).isEqualTo("d-7");
    assertThat(topic.record(207).value())
        .isEqualTo("{\"id\":207,\"dialogueId\":\"d-7\",\"speaker\":\"system\",\"text\":\"하나\"}");
    assertThat(topic.utterance(207)).isEqualTo(new Utterance("하나", "d-7", "system"));
  }

  @Test
  void withoutKeysEveryUtteranceStandsAlone() {
    EventTopic topic = new EventTopic("events", texts, 10, false);

    assertThat(topic.record(3).key()).isNull();
    assertThat(topic.utterance(3)).isEqualTo(new Utterance("하나", null, "user"));
  }
}
