package io.garam.app.poison;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.nlu.Intent;
import io.garam.nlu.Utterance;
import io.garam.nlu.inference.DialogueTracker;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.nlu.io.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** A thousand harmless events of twenty dialogues, and what an undisturbed run makes of them. */
final class GoodEvents {

  static final int COUNT = 1000;

  private static final String ID = "good";
  private static final int DIALOGUES = 20;
  private static final List<String> TEXTS =
      List.of("네", "아니요", "맞아요.", "왜요?", "감사합니다", "내일 일정 알려줘", "안녕하세요, 비서예요.", "그렇게 해 드릴게요.");

  private final long start = System.currentTimeMillis() - COUNT;
  private final List<Intent> expected;

  GoodEvents(Path model) {
    try (IntentClassifier classifier = IntentClassifier.load(model)) {
      if (!classifier.followsDialogues()) {
        expected = classifier.classify(IntStream.range(0, COUNT).mapToObj(this::text).toList());
      } else {
        expected =
            new DialogueTracker(classifier)
                .classify(
                    IntStream.range(0, COUNT)
                        .mapToObj(i -> new Utterance(text(i), dialogue(i), speaker(i)))
                        .toList());
      }
    }
  }

  private String text(int id) {
    return TEXTS.get((id * 7 + id / 40) % TEXTS.size());
  }

  private static String dialogue(int id) {
    return "d" + id % DIALOGUES;
  }

  private static String speaker(int id) {
    return id / DIALOGUES % 2 == 0 ? "user" : "system";
  }

  /** Returns some of the events, in order. */
  List<ProducerRecord<byte[], byte[]>> records(String topic, int from, int to) {
    return IntStream.range(from, to).mapToObj(id -> record(topic, id)).toList();
  }

  private ProducerRecord<byte[], byte[]> record(String topic, int id) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic,
            null,
            start + id,
            dialogue(id).getBytes(UTF_8),
            String.format(
                    "{\"utteranceId\":%d,\"speaker\":\"%s\",\"text\":\"%s\"}",
                    id, speaker(id), text(id))
                .getBytes(UTF_8));
    record.headers().add(ID, Integer.toString(id).getBytes(UTF_8));
    return record;
  }

  /** Says whether an output is of one of them. */
  static boolean isOne(ConsumerRecord<byte[], byte[]> output) {
    return output.headers().lastHeader(ID) != null;
  }

  /** Each of the first few is there once, in order, with the label and confidence expected. */
  void assertUndisturbed(List<ConsumerRecord<byte[], byte[]>> outputs, int count)
      throws IOException {
    TreeMap<Integer, Intent> found = new TreeMap<>();
    int[] last = new int[2];
    List<String> faults = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> output : outputs) {
      Header header = output.headers().lastHeader(ID);
      if (header == null) {
        continue;
      }
      int id = Integer.parseInt(new String(header.value(), UTF_8));
      JsonNode intent = Json.MAPPER.readTree(output.value()).get("intent");
      Intent wanted = expected.get(id);
      if (found.put(id, wanted) != null) {
        faults.add(id + " is there twice");
      }
      if (last[output.partition()] > id) {
        faults.add(id + " comes after " + last[output.partition()]);
      }
      last[output.partition()] = id;
      assertThat(intent.get("label").textValue()).as("label of %d", id).isEqualTo(wanted.label());
      assertThat(intent.get("confidence").floatValue())
          .as("confidence of %d", id)
          .isCloseTo(wanted.confidence(), offset(1e-4f));
      if (wanted.dialogue() != null) {
        assertThat(intent.at("/dialogue/utterance").intValue())
            .as("place of %d", id)
            .isEqualTo(wanted.dialogue().utterance());
      }
    }
    assertThat(faults).isEmpty();
    assertThat(found.keySet())
        .as("good events that came out")
        .containsExactlyElementsOf(IntStream.range(0, count).boxed().toList());
  }
}
