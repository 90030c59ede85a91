package io.garam.app.poison;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.poison.FuzzRecords.Fuzzed;
import io.garam.nlu.Intent;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.nlu.io.Json;
import io.garam.streams.deadletters.Letter;
import io.garam.streams.event.SourcePosition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/** Holds what came out against what was sent, and names each record that differs. */
final class FuzzReport {

  private static final int MOST_FAULTS = 20;
  private static final int CLASSIFIED_AT_ONCE = 1000;
  private static final float TOLERANCE = 1e-4f;

  private final List<Fuzzed> sent;
  private final Outcomes outcomes;
  private final Map<SourcePosition, Integer> ids = new HashMap<>();
  private final String[] fates;
  private final List<String> faults = new ArrayList<>();

  FuzzReport(List<Fuzzed> sent, List<RecordMetadata> places, Outcomes outcomes) {
    this.sent = sent;
    this.outcomes = outcomes;
    this.fates = new String[sent.size()];
    for (int id = 0; id < places.size(); id++) {
      ids.put(place(places.get(id)), id);
    }
    inOrder(outcomes.outputs(), places, record -> outputId(record), record -> Poison.TAGGED);
    inOrder(outcomes.letters(), places, this::letterId, Outcomes::reason);
    for (int id = 0; id < sent.size(); id++) {
      Fuzzed one = sent.get(id);
      if (fates[id] == null) {
        fault(id, "nothing came out");
      } else if (one.fate() != null && !one.fate().equals(fates[id])) {
        fault(id, "expected " + one.fate() + ", found " + fates[id]);
      }
    }
  }

  private static SourcePosition place(RecordMetadata place) {
    return new SourcePosition(new TopicPartition(place.topic(), place.partition()), place.offset());
  }

  private interface Of<T> {
    T of(ConsumerRecord<byte[], byte[]> record);
  }

  /** Of one partition in another, and nothing twice. */
  private void inOrder(
      List<ConsumerRecord<byte[], byte[]>> records,
      List<RecordMetadata> places,
      Of<Integer> idOf,
      Of<String> fateOf) {
    Map<List<Integer>, Long> last = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      int id = idOf.of(record);
      RecordMetadata place = places.get(id);
      Long before = last.put(List.of(record.partition(), place.partition()), place.offset());
      if (before != null && before >= place.offset()) {
        fault(id, "came behind offset " + before);
      }
      if (fates[id] != null) {
        fault(id, "came out twice");
      }
      fates[id] = fateOf.of(record);
    }
  }

  private static int outputId(ConsumerRecord<byte[], byte[]> output) {
    return Integer.parseInt(new String(output.headers().lastHeader(FuzzRecords.ID).value(), UTF_8));
  }

  private Integer letterId(ConsumerRecord<byte[], byte[]> letter) {
    return ids.get(new Letter(letter).source().orElseThrow());
  }

  /** Each label and confidence is what the classifier gives for the text of the output. */
  void classifyAgain(Path model) throws Exception {
    Map<Integer, JsonNode> tagged = new LinkedHashMap<>();
    for (ConsumerRecord<byte[], byte[]> output : outcomes.outputs()) {
      JsonNode event = output.value() == null ? null : Json.MAPPER.readTree(output.value());
      if (event != null && event.at("/intent/model").isObject()) {
        tagged.put(outputId(output), event);
      }
    }
    List<Integer> all = List.copyOf(tagged.keySet());
    try (IntentClassifier classifier = IntentClassifier.load(model)) {
      for (int from = 0; from < all.size(); from += CLASSIFIED_AT_ONCE) {
        List<Integer> some = all.subList(from, Math.min(from + CLASSIFIED_AT_ONCE, all.size()));
        List<Intent> expected =
            classifier.classify(
                some.stream().map(id -> tagged.get(id).get("text").textValue()).toList());
        for (int i = 0; i < some.size(); i++) {
          compare(some.get(i), tagged.get(some.get(i)), expected.get(i));
        }
      }
    }
  }

  private void compare(int id, JsonNode event, Intent expected) {
    String text = sent.get(id).text();
    if (text != null && !text.equals(event.get("text").textValue())) {
      fault(id, "another text came out");
    }
    JsonNode intent = event.get("intent");
    float confidence = intent.get("confidence").floatValue();
    if (!intent.get("label").textValue().equals(expected.label())
        || !(Math.abs(confidence - expected.confidence()) <= TOLERANCE)) {
      fault(id, "expected " + expected + ", found " + intent);
    }
  }

  private void fault(int id, String what) {
    if (faults.size() < MOST_FAULTS) {
      String record = sent.get(id).record().toString();
      byte[] value = sent.get(id).record().value();
      String text = value == null ? "no value" : new String(value, UTF_8);
      faults.add(String.format("record %d %s: %s ... %s", id, what, cut(record), cut(text)));
    }
  }

  private static String cut(String text) {
    return text.length() <= 500 ? text : text.substring(0, 500) + "…";
  }

  /** Returns the first faults, empty if there is none. */
  List<String> faults() {
    return faults;
  }
}
