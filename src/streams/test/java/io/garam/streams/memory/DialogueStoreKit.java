package io.garam.streams.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.dialogue.DialogueMemory;
import io.garam.streams.memory.DialogueSettings.StoreKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every kind of store of dialogues must do, wherever it keeps its entries. */
abstract class DialogueStoreKit {

  @TempDir Path folder;

  private TopologyTestDriver driver;
  private KeyValueStore<Bytes, DialogueEntry> store;

  abstract StoreKind kind();

  private DialogueSettings settings() {
    return new DialogueSettings(Duration.ofHours(1), kind());
  }

  @BeforeEach
  void open() {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    driver =
        new TopologyTestDriver(
            new Topology()
                .addSource(
                    "in", Serdes.ByteArray().deserializer(), Serdes.ByteArray().deserializer(), "t")
                .addProcessor("none", Nothing::new, "in")
                .addStateStore(settings().store(), "none"),
            properties);
    store = driver.getKeyValueStore(DialogueSettings.STORE);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  /** A store needs a processor that it belongs to. */
  private static final class Nothing extends ContextualProcessor<byte[], byte[], Void, Void> {
    @Override
    public void process(Record<byte[], byte[]> record) {}
  }

  private static Bytes key(String name) {
    return Bytes.wrap(name.getBytes(UTF_8));
  }

  private static DialogueEntry entry(int utterances, float... state) {
    return new DialogueEntry(
        "m", new DialogueMemory(utterances, "user", state), 1234, List.of(7L, 8L));
  }

  private static void assertSame(DialogueEntry found, DialogueEntry expected) {
    assertThat(found).usingRecursiveComparison().isEqualTo(expected);
  }

  private Map<Bytes, DialogueEntry> all() {
    Map<Bytes, DialogueEntry> all = new HashMap<>();
    try (KeyValueIterator<Bytes, DialogueEntry> entries = store.all()) {
      entries.forEachRemaining(one -> assertThat(all.put(one.key, one.value)).isNull());
    }
    return all;
  }

  /** The driver commits after each record of the input, which itself changes nothing here. */
  private void commit() {
    driver
        .createInputTopic("t", new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(new byte[0], new byte[0]);
  }

  @Test
  void whatWasNeverRememberedIsNothing() {
    assertThat(store.get(key("a"))).isNull();
    assertThat(all()).isEmpty();
    assertThat(store.delete(key("a"))).isNull();
  }

  @Test
  void anEntryComesBackBitByBitBeforeAndAfterACommit() {
    DialogueEntry entry = entry(3, -0f, Float.MIN_VALUE, Float.MAX_VALUE, 0.1f);
    store.put(key("a"), entry);
    assertSame(store.get(key("a")), entry);
    commit();
    assertSame(store.get(key("a")), entry);
  }

  @Test
  void theLatestEntryCounts() {
    store.put(key("a"), entry(1, 1));
    commit();
    store.put(key("a"), entry(2, 2));
    assertSame(store.get(key("a")), entry(2, 2));
    assertThat(all()).hasSize(1);
  }

  @Test
  void whatIsForgottenStaysForgottenAfterACommit() {
    store.put(key("a"), entry(1, 1));
    store.put(key("b"), entry(2, 2));
    commit();
    store.delete(key("a"));
    assertThat(store.get(key("a"))).isNull();
    assertThat(all().keySet()).containsExactly(key("b"));
    commit();
    assertThat(store.get(key("a"))).isNull();
    assertThat(all().keySet()).containsExactly(key("b"));
  }

  @Test
  void dialoguesWhoseNamesBeginAlikeAreApart() {
    List<Bytes> keys = new ArrayList<>(List.of(key(""), key("a"), key("a\0"), key("ab")));
    keys.add(Bytes.wrap(new byte[] {0}));
    keys.add(Bytes.wrap(new byte[] {(byte) 0xff}));
    keys.add(Bytes.wrap(new byte[Identifiers.LONGEST_KEY]));
    for (int i = 0; i < keys.size(); i++) {
      store.put(keys.get(i), entry(i, i));
    }
    commit();
    for (int i = 0; i < keys.size(); i++) {
      assertThat(store.get(keys.get(i)).memory().utterances()).isEqualTo(i);
    }
    assertThat(all()).hasSize(keys.size());
  }

  /** An entry that is changed while all are looked at must not disturb those that follow. */
  @Test
  void entriesCanBeForgottenWhileAllAreLookedAt() {
    for (int i = 0; i < 100; i++) {
      store.put(key("d" + i), entry(i, i));
      if (i == 50) {
        commit();
      }
    }
    int seen = 0;
    try (KeyValueIterator<Bytes, DialogueEntry> entries = store.all()) {
      while (entries.hasNext()) {
        var one = entries.next();
        seen++;
        if (one.value.memory().utterances() % 2 == 0) {
          store.delete(one.key);
        }
      }
    }
    assertThat(seen).isEqualTo(100);
    assertThat(all().values()).hasSize(50).allMatch(one -> one.memory().utterances() % 2 == 1);
  }

  @Test
  void eachCommitWritesTheLatestOfWhatChangedToTheChangelogOnce() {
    store.put(key("a"), entry(1, 1));
    store.put(key("a"), entry(2, 2));
    store.put(key("b"), entry(3, 3));
    store.delete(key("b"));
    commit();
    var changes =
        driver.createOutputTopic(
            "test-dialogues-changelog",
            Serdes.Bytes().deserializer(),
            new DialogueEntrySerde().deserializer());
    var written = changes.readKeyValuesToMap();
    assertThat(written.keySet()).containsExactlyInAnyOrder(key("a"), key("b"));
    assertSame(written.get(key("a")), entry(2, 2));
    assertThat(written.get(key("b"))).as("a tombstone").isNull();
    commit();
    assertThat(changes.isEmpty()).isTrue();
  }

  @Test
  void randomWorkLeavesWhatAMapHolds() {
    Random random = new Random(13);
    Map<Bytes, DialogueEntry> expected = new HashMap<>();
    for (int i = 0; i < 2_000; i++) {
      Bytes key = key("d" + random.nextInt(40));
      int choice = random.nextInt(20);
      if (choice == 0) {
        commit();
      } else if (choice < 6) {
        store.delete(key);
        expected.remove(key);
      } else {
        DialogueEntry entry = entry(i, random.nextFloat());
        store.put(key, entry);
        expected.put(key, entry);
      }
    }
    assertThat(all()).usingRecursiveComparison().isEqualTo(expected);
    expected.forEach((key, entry) -> assertSame(store.get(key), entry));
  }

  @Test
  void aChangelogsRecordsHaveTheBrokersTime() {
    assertThat(settings().store().logConfig())
        .containsEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    assertThat(settings().store().loggingEnabled()).isTrue();
    assertThat(settings().store().name()).isEqualTo("dialogues");
  }
}
