package io.garam.app.poison;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.broker.EmbeddedBroker;
import io.garam.app.kafka.SecuredBroker;
import io.garam.app.run.Cluster;
import io.garam.app.run.DialogueModels;
import io.garam.streams.Tagger;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.deadletters.Letter;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.event.SourcePosition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three times as many records that a topic does not take as may go unforeseen in ten minutes. */
class ManyRefusalsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int REFUSED = 300;
  private static final int LIMIT = 20_000;
  private static final String TOO_LARGE = ReasonCode.OUTPUT_TOO_LARGE.code();

  @TempDir Path folder;

  private final GoodEvents good = new GoodEvents(DialogueModels.first());
  private final List<Poison> poison = new ArrayList<>();
  private final List<ProducerRecord<byte[], byte[]>> sent = new ArrayList<>();

  /** Sends a thousand good events with all poison among them, one behind each third. */
  private List<RecordMetadata> send(Cluster cluster) throws Exception {
    int next = 0;
    for (int i = 0; i < GoodEvents.COUNT; i++) {
      sent.addAll(good.records(cluster.inputTopic(), i, i + 1));
      if (i % 3 == 0 && next < poison.size()) {
        sent.add(poison.get(next++).record(cluster.inputTopic()));
      }
    }
    assertThat(next).isEqualTo(poison.size());
    return cluster.sendRecords(sent);
  }

  /**
   * Half of it is small once it is compressed. A topic may keep nothing compressed, and then minds
   * how large it is otherwise.
   */
  @ParameterizedTest
  @ResourceLock(LogLines.LOCK)
  @CsvSource({"gzip, producer", "zstd, uncompressed", "none, lz4"})
  void whatATopicDoesNotTakeIsForeseenHoweverItIsCompressed(String producer, String topic)
      throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.startTemporary()) {
      Cluster cluster = new Cluster(broker);
      cluster.createTopic(cluster.inputTopic(), Map.of());
      cluster.createTopic(
          cluster.outputTopic(),
          Map.of("max.message.bytes", Integer.toString(LIMIT), "compression.type", topic));
      cluster.createTopic(cluster.deadLetterTopic(), Map.of());
      Map<String, String> settings =
          PatientSettings.of(cluster, DialogueModels.first(), "memory", folder);
      settings.put("producer.compression.type", producer);
      for (int i = 0; i < REFUSED; i++) {
        poison.add(
            i % 2 == 0
                ? Poison.value("noise " + i, Poison.event(Noise.text(30_000 + i, i)), TOO_LARGE)
                : Poison.value(
                    "nines " + i,
                    Poison.event("9".repeat(30_000 + i)),
                    topic.equals("producer") ? Poison.TAGGED : TOO_LARGE));
      }
      List<RecordMetadata> places = send(cluster);
      try (Tagger tagger = Tagger.start(GaramConfig.of(settings));
          LogLines log = LogLines.of("io.garam.tagger")) {
        Outcomes outcomes = Outcomes.await(cluster, tagger, sent.size(), PATIENCE);
        outcomes.assertFates(poison, sent, places);
        good.assertUndisturbed(outcomes.outputs(), GoodEvents.COUNT);
        assertThat(log.failures()).isEmpty();
      }
    }
  }

  /** Without the right to describe a topic's configuration, its limits are learned. */
  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @ResourceLock(value = LogLines.LOCK, mode = ResourceAccessMode.READ)
  @ValueSource(strings = {"none", "lz4"})
  void whatATopicHasRefusedIsForeseenWhereItsLimitsCannotBeRead(String compression)
      throws Exception {
    try (SecuredBroker broker = SecuredBroker.startWithoutTls(folder.resolve("broker"))) {
      letAliceDoAllButDescribeConfigurations(broker);
      Cluster cluster = new Cluster(broker.address("PLAINTEXT"));
      cluster.createTopic(
          cluster.inputTopic(),
          Map.of("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE)));
      cluster.createTopic(
          cluster.outputTopic(),
          Map.of(
              "max.message.bytes", Integer.toString(LIMIT),
              "cleanup.policy", "compact",
              "message.timestamp.after.max.ms", "3600000"));
      cluster.createTopic(cluster.deadLetterTopic(), Map.of());
      Map<String, String> settings =
          PatientSettings.of(cluster, DialogueModels.first(), "memory", folder);
      settings.put("bootstrap.servers", broker.address("SASL"));
      settings.put("producer.compression.type", compression);
      settings.putAll(SecuredBroker.alice());
      Random random = new Random(1);
      for (int i = 0; i < REFUSED / 3; i++) {
        String large = Noise.text(30_000 + random.nextInt(10_000), i);
        poison.add(Poison.value("large " + i, Poison.event(large), ""));
        poison.add(Poison.key("no key " + i, null, ""));
        Poison ahead = Poison.aYearAhead();
        poison.add(Poison.time("ahead " + i, ahead.time(), ""));
      }
      List<RecordMetadata> places = send(cluster);
      try (Tagger tagger = Tagger.start(GaramConfig.of(settings))) {
        Outcomes outcomes = Outcomes.await(cluster, tagger, sent.size(), PATIENCE);
        good.assertUndisturbed(outcomes.outputs(), GoodEvents.COUNT);
        assertThat(outcomes.outputs()).hasSize(GoodEvents.COUNT);
        assertThat(outcomes.letters()).hasSize(REFUSED);
        assertThat(sources(outcomes)).isEqualTo(poisoned(places));
        List<String> reasons = outcomes.reasons();
        assertThat(reasons)
            .contains(TOO_LARGE, ReasonCode.KEY_MISSING.code(), ReasonCode.TIME_REFUSED.code());
        assertThat(reasons.stream().filter(ReasonCode.REFUSED_BY_BROKER.code()::equals))
            .as("those that cost a transaction")
            .hasSizeBetween(3, 60);
      }
    }
  }

  private static Set<SourcePosition> sources(Outcomes outcomes) {
    Set<SourcePosition> sources = new HashSet<>();
    outcomes.letters().forEach(letter -> sources.add(new Letter(letter).source().orElseThrow()));
    return sources;
  }

  private Set<SourcePosition> poisoned(List<RecordMetadata> places) {
    Set<SourcePosition> poisoned = new HashSet<>();
    for (int i = 0; i < sent.size(); i++) {
      if (sent.get(i).headers().lastHeader(Poison.NAME) != null) {
        RecordMetadata place = places.get(i);
        poisoned.add(
            new SourcePosition(
                new TopicPartition(place.topic(), place.partition()), place.offset()));
      }
    }
    return poisoned;
  }

  private static void letAliceDoAllButDescribeConfigurations(SecuredBroker broker)
      throws Exception {
    List<AclBinding> rules = new ArrayList<>();
    for (ResourceType type :
        List.of(ResourceType.TOPIC, ResourceType.GROUP, ResourceType.TRANSACTIONAL_ID)) {
      rules.add(rule(type, AclOperation.ALL, AclPermissionType.ALLOW));
    }
    rules.add(rule(ResourceType.TOPIC, AclOperation.DESCRIBE_CONFIGS, AclPermissionType.DENY));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address("PLAINTEXT")))) {
      admin.createAcls(rules).all().get();
    }
  }

  private static AclBinding rule(
      ResourceType type, AclOperation operation, AclPermissionType permission) {
    return new AclBinding(
        new ResourcePattern(type, "*", PatternType.LITERAL),
        new AccessControlEntry("User:alice", "*", operation, permission));
  }
}
