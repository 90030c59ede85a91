package io.garam.app.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.run.Cluster;
import io.garam.app.run.Conversations;
import io.garam.app.run.DialogueOutputs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What taggers made of a stream of events that has ended, against an undisturbed run. */
record Verdict(Cluster topics, EventStream events) {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /**
   * Each utterance is tagged once, in the order of its dialogue, with the label and confidence that
   * one process gives; each event without text is one dead letter, in the order of its key; and
   * there is nothing else.
   */
  void assertUndisturbed(Path model) throws IOException {
    Conversations conversations = events.conversations();
    assertThatSourceWroteOnce(conversations.said().size() + events.poison().size());
    DialogueOutputs.assertThatNothingDisturbed(
        topics, conversations.said(), conversations.intents(model), PATIENCE);
    List<ConsumerRecord<byte[], byte[]>> letters =
        topics.read(topics.deadLetterTopic(), events.poison().size(), PATIENCE);
    Map<String, List<String>> expected =
        events.poison().stream()
            .collect(
                groupingBy(
                    record -> new String(record.key(), UTF_8),
                    mapping(record -> new String(record.value(), UTF_8), toList())));
    assertThat(
            letters.stream()
                .collect(
                    groupingBy(
                        letter -> new String(letter.key(), UTF_8),
                        mapping(letter -> new String(letter.value(), UTF_8), toList()))))
        .as("dead letters by key")
        .isEqualTo(expected);
  }

  /** What the source itself writes twice is twice in the output, and no fault of the taggers. */
  private void assertThatSourceWroteOnce(int sent) {
    Map<String, Long> doubled =
        topics.read(topics.inputTopic(), sent, PATIENCE).stream()
            .collect(groupingBy(record -> new String(record.value(), UTF_8), counting()));
    doubled.values().removeIf(count -> count == 1);
    assertThat(doubled).as("events that the source itself has written twice").isEmpty();
  }
}
