package io.garam.app.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.nlu.io.Json;
import io.garam.training.corpus.ColumnMapping;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.corpus.reader.CorpusReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Labelled dialogues of the sample corpus, over and over, as the events of a topic. */
final class History {

  static final long START = 1_793_491_200_000L;
  static final int STEP_MS = 250;

  private static final Path CORPUS = Path.of("../../models/korean-dialogue-act/corpus");

  private final String bootstrapServers;
  private final String topic;
  private final int partitions;
  private final List<Turn> turns;

  /** An utterance of a dialogue. */
  record Turn(String dialogue, int id, String speaker, String text, String label) {}

  /**
   * @param size how many utterances
   */
  History(String bootstrapServers, int partitions, int size) {
    this.bootstrapServers = bootstrapServers;
    this.topic = "utterances-" + UUID.randomUUID();
    this.partitions = partitions;
    this.turns = turns(size);
  }

  private static List<Turn> turns(int size) {
    Corpus corpus = CorpusReader.read(CORPUS.resolve("train.csv"), ColumnMapping.DEFAULT);
    List<Turn> turns = new ArrayList<>(size);
    for (int round = 0; turns.size() < size; round++) {
      for (LabelledUtterance one : corpus.utterances()) {
        if (turns.size() < size) {
          turns.add(
              new Turn(
                  one.dialogue() + "-" + round,
                  turns.size(),
                  String.valueOf(one.speaker()),
                  one.text(),
                  one.label()));
        }
      }
    }
    return turns;
  }

  String bootstrapServers() {
    return bootstrapServers;
  }

  String topic() {
    return topic;
  }

  List<Turn> turns() {
    return turns;
  }

  void createTopic() throws ExecutionException, InterruptedException {
    create(topic, partitions);
  }

  void create(String name, int count) throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      admin
          .createTopics(List.of(new NewTopic(name, Optional.of(count), Optional.empty())))
          .all()
          .get();
    }
  }

  Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  /** Returns the topics and groups that belong to replays of this history. */
  List<String> leftovers() throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      List<String> left = new ArrayList<>(admin.listTopics().names().get());
      admin.listGroups().all().get().forEach(group -> left.add(group.groupId()));
      return left.stream().filter(name -> name.startsWith("garam-replay-" + topic)).toList();
    }
  }

  /** Returns the event of a turn; all of a dialogue share a partition. */
  ProducerRecord<byte[], byte[]> event(Turn turn) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("utteranceId", turn.id());
    value.put("speaker", turn.speaker());
    value.put("text", turn.text());
    value.put("label", turn.label());
    return record(partition(turn), turn.id(), turn.dialogue(), json(value));
  }

  int partition(Turn turn) {
    return Math.floorMod(turn.dialogue().hashCode(), partitions);
  }

  static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  ProducerRecord<byte[], byte[]> record(
      int partition, int step, @Nullable String key, String value) {
    return new ProducerRecord<>(
        topic,
        partition,
        START + (long) step * STEP_MS,
        key == null ? null : key.getBytes(UTF_8),
        value.getBytes(UTF_8));
  }

  KafkaProducer<byte[], byte[]> producer(UnaryOperator<Map<String, Object>> settings) {
    Map<String, Object> basic = new LinkedHashMap<>();
    basic.put("bootstrap.servers", bootstrapServers);
    basic.put("max.in.flight.requests.per.connection", 1);
    return new KafkaProducer<>(
        settings.apply(basic), new ByteArraySerializer(), new ByteArraySerializer());
  }

  void send(List<ProducerRecord<byte[], byte[]>> records)
      throws ExecutionException, InterruptedException {
    try (KafkaProducer<byte[], byte[]> producer = producer(UnaryOperator.identity())) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (ProducerRecord<byte[], byte[]> record : records) {
        sent.add(producer.send(record));
      }
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    }
  }

  void sendAll() throws ExecutionException, InterruptedException {
    send(turns.stream().map(this::event).toList());
  }

  /** Writes the turns as a corpus that {@code garam evaluate} reads. */
  void writeCorpus(Path file) throws IOException {
    Files.writeString(
        file,
        turns.stream()
            .map(
                turn ->
                    String.join("\t", turn.dialogue(), turn.speaker(), turn.text(), turn.label()))
            .collect(Collectors.joining("\n", "dialogue\tspeaker\ttext\tlabel\n", "\n")));
  }
}
