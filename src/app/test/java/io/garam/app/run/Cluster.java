package io.garam.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.app.broker.EmbeddedBroker;
import io.garam.streams.config.GaramConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One set of topics on an embedded broker, and the clients that a test needs around a tagger. */
public final class Cluster {

  public static final int PARTITIONS = 2;

  private final String bootstrapServers;
  private final int partitions;
  private final String name = UUID.randomUUID().toString();

  public Cluster(EmbeddedBroker broker) {
    this(broker.bootstrapServers());
  }

  public Cluster(String bootstrapServers) {
    this(bootstrapServers, PARTITIONS);
  }

  public Cluster(String bootstrapServers, int partitions) {
    this.bootstrapServers = bootstrapServers;
    this.partitions = partitions;
  }

  public String inputTopic() {
    return "utterances-" + name;
  }

  public String outputTopic() {
    return "intents-" + name;
  }

  public String deadLetterTopic() {
    return "dead-" + name;
  }

  /** Returns settings for a tagger of these topics, which it creates. */
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("application.id", name);
    settings.put("num.stream.threads", "2");
    settings.put("transaction.timeout.ms", "4000");
    settings.put("session.timeout.ms", "6000");
    settings.put("heartbeat.interval.ms", "1000");
    settings.put(GaramConfig.MODEL, "../../models/korean-intention");
    settings.put(GaramConfig.INPUT_TOPIC, inputTopic());
    settings.put(GaramConfig.OUTPUT_TOPIC, outputTopic());
    settings.put(GaramConfig.DEAD_LETTER_TOPIC, deadLetterTopic());
    settings.put(GaramConfig.CREATE_TOPICS, "true");
    settings.put(GaramConfig.TOPIC_PARTITIONS, Integer.toString(partitions));
    return settings;
  }

  public void createTopics() throws ExecutionException, InterruptedException {
    for (String topic : List.of(inputTopic(), outputTopic(), deadLetterTopic())) {
      createTopic(topic, Map.of());
    }
  }

  /** Creates a topic with settings of its own. */
  public void createTopic(String topic, Map<String, String> settings)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(settings)))
          .all()
          .get();
    }
  }

  /** Changes a setting of a topic, and returns when its broker goes by it. */
  public void alter(String topic, String key, String value)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
      admin
          .incrementalAlterConfigs(
              Map.of(
                  resource,
                  List.of(
                      new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET))))
          .all()
          .get();
      while (!admin
          .describeConfigs(List.of(resource))
          .all()
          .get()
          .get(resource)
          .get(key)
          .value()
          .equals(value)) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
  }

  /** Deletes what a test has written. */
  public void deleteTopics() throws ExecutionException, InterruptedException {
    for (String topic : List.of(inputTopic(), outputTopic(), deadLetterTopic())) {
      delete(topic);
    }
  }

  void delete(String topic) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.deleteTopics(List.of(topic)).all().get();
    }
  }

  void growInputTopic(int count) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.createPartitions(Map.of(inputTopic(), NewPartitions.increaseTo(count))).all().get();
    }
  }

  /** Returns the topics in which the tagger keeps what it remembers. */
  public List<String> changelogs() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      return admin.listTopics().names().get().stream()
          .filter(topic -> topic.startsWith(name) && topic.endsWith("-changelog"))
          .toList();
    }
  }

  /** Sends values under fifty keys and returns when the broker has them. */
  public void send(List<byte[]> values) throws ExecutionException, InterruptedException {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      records.add(
          new ProducerRecord<>(inputTopic(), ("d" + i % 50).getBytes(UTF_8), values.get(i)));
    }
    sendRecords(records);
  }

  /** Sends records, and returns where each of them is. */
  public List<RecordMetadata> sendRecords(List<ProducerRecord<byte[], byte[]>> records)
      throws ExecutionException, InterruptedException {
    return sendRecords(records, Map.of());
  }

  /** Sends records by a producer with settings of its own, and returns where each of them is. */
  public List<RecordMetadata> sendRecords(
      List<ProducerRecord<byte[], byte[]>> records, Map<String, Object> settings)
      throws ExecutionException, InterruptedException {
    Map<String, Object> all = new HashMap<>();
    all.put("bootstrap.servers", bootstrapServers);
    all.put("linger.ms", 5);
    // A topic made a moment ago may refuse one batch and take the next; then order is lost.
    all.put("max.in.flight.requests.per.connection", 1);
    all.putAll(settings);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (ProducerRecord<byte[], byte[]> record : records) {
        sent.add(producer.send(record));
      }
      producer.flush();
      List<RecordMetadata> places = new ArrayList<>();
      for (Future<RecordMetadata> one : sent) {
        places.add(one.get());
      }
      return places;
    }
  }

  /** Returns how far the tagger has committed its reading, over all partitions. */
  public long committed() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      return admin
          .listConsumerGroupOffsets(name)
          .partitionsToOffsetAndMetadata()
          .get()
          .values()
          .stream()
          .filter(Objects::nonNull)
          .mapToLong(OffsetAndMetadata::offset)
          .sum();
    }
  }

  /** Reads what is committed until there are that many records, and then to the end. */
  public List<ConsumerRecord<byte[], byte[]>> read(String topic, int count, Duration timeout) {
    return readUntil(topic, (consumer, found) -> found >= count && isAtEnd(consumer), timeout);
  }

  /** Waits until that many records are committed; there may soon be more. */
  int awaitCommitted(String topic, int count, Duration timeout) {
    return readUntil(topic, (consumer, found) -> found >= count, timeout).size();
  }

  private List<ConsumerRecord<byte[], byte[]>> readUntil(
      String topic, BiPredicate<KafkaConsumer<byte[], byte[]>, Integer> enough, Duration timeout) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> all = new ArrayList<>();
      for (int i = 0; i < partitions; i++) {
        all.add(new TopicPartition(topic, i));
      }
      consumer.assign(all);
      long deadline = System.nanoTime() + timeout.toNanos();
      while (!enough.test(consumer, records.size()) && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  private static boolean isAtEnd(KafkaConsumer<byte[], byte[]> consumer) {
    return consumer.endOffsets(consumer.assignment()).entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}
