package io.garam.app.poison;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.app.broker.EmbeddedBroker;
import io.garam.app.run.Cluster;
import io.garam.app.run.DialogueModels;
import io.garam.nlu.GaramException;
import io.garam.nlu.io.Json;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The topic that remembers dialogues is one that others may write. */
class HostileChangelogIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Of these not even the time can be told, so they are long forgotten. */
  private static final Set<String> WITHOUT_TIME =
      Set.of("nothing", "a byte", "zeros", "ones", "a large one");

  @TempDir Path folder;

  /** Returns an entry of the right model and size. */
  private static byte[] entry(String digest, long time, int utterances, float unit, int units) {
    byte[] model = digest.getBytes(UTF_8);
    ByteBuffer entry = ByteBuffer.allocate(1 + 8 + 1 + model.length + 4 + 2 + 1 + 4 + 4 * units);
    entry.put((byte) 1).putLong(time).put((byte) model.length).put(model).putInt(utterances);
    entry.putShort((short) -1).put((byte) 0).putInt(units);
    for (int i = 0; i < units; i++) {
      entry.putFloat(unit);
    }
    return entry.array();
  }

  private static Map<String, byte[]> entries(Path model) {
    try (OnnxClassifier classifier = OnnxClassifier.load(model)) {
      String digest = classifier.model().digest();
      int units = classifier.dialogue().spec().stateSize();
      long now = System.currentTimeMillis();
      Map<String, byte[]> entries = new LinkedHashMap<>();
      entries.put("nothing", new byte[0]);
      entries.put("a byte", new byte[] {1});
      entries.put("zeros", new byte[1000]);
      entries.put("ones", new byte[1000]);
      Arrays.fill(entries.get("ones"), (byte) -1);
      entries.put("a large one", new byte[1_000_000]);
      entries.put("text", "{\"text\":\"네\"}".getBytes(UTF_8));
      entries.put("too small", entry(digest, now, 5, 0, units - 1));
      entries.put("too large", entry(digest, now, 5, 0, units + 1));
      entries.put("not a number", entry(digest, now, 5, Float.NaN, units));
      entries.put("infinite", entry(digest, now, 5, Float.NEGATIVE_INFINITY, units));
      entries.put("utterances below 0", entry(digest, now, -7, 0, units));
      entries.put("another model", entry("another", now, 5, 0, units));
      entries.put("the end of time", entry("another", Long.MAX_VALUE, 5, 0, units));
      return entries;
    }
  }

  @Test
  void aChangelogWithoutRoomForADialogueEndsTheStartWithOneSentence() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      Cluster cluster = new Cluster(broker);
      cluster.createTopics();
      GaramConfig config =
          GaramConfig.of(PatientSettings.of(cluster, DialogueModels.first(), "memory", folder));
      cluster.createTopic(
          config.changelogTopic(),
          Map.of("cleanup.policy", "compact", "max.message.bytes", "1200"));
      assertThatThrownBy(() -> Tagger.start(config))
          .isInstanceOf(GaramException.class)
          .hasMessageStartingWith("Expected the topic " + config.changelogTopic())
          .hasMessageContainingAll("max.message.bytes and segment.bytes allow 1200", "raise them");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "rocksdb"})
  void aHostileEntryIsForgottenOrCountsAsThatOfAnotherModel(String store) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      Cluster cluster = new Cluster(broker);
      cluster.createTopics();
      Path model = DialogueModels.first();
      Map<String, String> settings = PatientSettings.of(cluster, model, store, folder);
      String changelog = GaramConfig.of(settings).changelogTopic();
      cluster.createTopic(changelog, Map.of("cleanup.policy", "compact"));
      Map<String, byte[]> entries = entries(model);
      List<ProducerRecord<byte[], byte[]>> hostile = new ArrayList<>();
      List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
      entries.forEach(
          (dialogue, entry) -> {
            for (int partition = 0; partition < Cluster.PARTITIONS; partition++) {
              hostile.add(
                  new ProducerRecord<>(changelog, partition, dialogue.getBytes(UTF_8), entry));
            }
            for (int i = 0; i < 2; i++) {
              events.add(
                  new ProducerRecord<>(
                      cluster.inputTopic(), dialogue.getBytes(UTF_8), Poison.event("네")));
            }
          });
      cluster.sendRecords(hostile);
      cluster.sendRecords(events);
      try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
        Outcomes outcomes = Outcomes.await(cluster, tagger, events.size(), PATIENCE);
        assertThat(outcomes.letters()).isEmpty();
        Map<String, List<String>> places = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> output : outcomes.outputs()) {
          places
              .computeIfAbsent(new String(output.key(), UTF_8), key -> new ArrayList<>())
              .add(Json.MAPPER.readTree(output.value()).at("/intent/dialogue").toString());
        }
        Map<String, List<String>> expected = new HashMap<>();
        for (String dialogue : entries.keySet()) {
          expected.put(
              dialogue,
              List.of(
                  WITHOUT_TIME.contains(dialogue)
                      ? "{\"utterance\":1}"
                      : "{\"utterance\":1,\"restarted\":\"other model\"}",
                  "{\"utterance\":2}"));
        }
        assertThat(places).isEqualTo(expected);
      }
    }
  }
}
