package io.garam.app.faults;

import io.garam.app.run.Cluster;
import io.garam.nlu.GaramException;
import io.garam.streams.client.Brokers;
import io.garam.streams.client.ConsumerGroups;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;

/** Progress of a group through the input topic, as the brokers tell it. */
final class Progress implements AutoCloseable {

  private static final int ANSWER_MS = 5000;
  private static final int AFTERWARDS = 100;

  private final Map<String, Object> addresses;
  private final String topic;
  private final String group;
  private final EventStream events;
  private final Admin admin;

  Progress(String bootstrapServers, String topic, String group, EventStream events) {
    this.addresses = Map.of("bootstrap.servers", bootstrapServers, "application.id", group);
    this.topic = topic;
    this.group = group;
    this.events = events;
    this.admin =
        Admin.create(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "request.timeout.ms",
                ANSWER_MS,
                "default.api.timeout.ms",
                ANSWER_MS));
  }

  /** Waits until that many more events are committed. */
  void await(int more) throws Exception {
    Condition reads = () -> !committed().isEmpty();
    reads.await("an answer of the brokers");
    long before = sum(committed());
    Condition advances = () -> sum(committed()) >= before + more;
    advances.await(more + " more events committed than " + before);
  }

  /**
   * Waits until all is committed, in each partition, that the input topic held a few events after
   * this was called.
   */
  void awaitCaughtUp() throws Exception {
    awaitCaughtUp(() -> true);
  }

  /** Waits as {@link #awaitCaughtUp()} does, but no longer than something is alive. */
  void awaitCaughtUp(BooleanSupplier alive) throws Exception {
    if (events.goesOn()) {
      events.awaitAcknowledged(events.sent() + AFTERWARDS);
    }
    Map<TopicPartition, Long> ends = ends();
    Condition caughtUp = () -> reaches(ends) || !alive.getAsBoolean();
    caughtUp.await("committed up to " + ends);
  }

  private boolean reaches(Map<TopicPartition, Long> ends) throws InterruptedException {
    Map<TopicPartition, Long> committed = committed();
    return ends.entrySet().stream()
        .allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  /** Returns how many members the group has, -1 where the brokers do not say. */
  int members() {
    try {
      return new ConsumerGroups(new Brokers(addresses, ANSWER_MS), admin)
          .find(group, AclOperation.DESCRIBE)
          .map(found -> found.members().size())
          .orElse(0);
    } catch (GaramException e) {
      return -1;
    }
  }

  private static long sum(Map<TopicPartition, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns nothing where the brokers do not answer. */
  private Map<TopicPartition, Long> committed() throws InterruptedException {
    try {
      return admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get()
          .entrySet()
          .stream()
          .filter(entry -> entry.getValue() != null && entry.getKey().topic().equals(topic))
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  (Map.Entry<TopicPartition, OffsetAndMetadata> entry) ->
                      entry.getValue().offset()));
    } catch (ExecutionException e) {
      return Map.of();
    }
  }

  /** Asks until the brokers answer. */
  private Map<TopicPartition, Long> ends() throws Exception {
    Map<TopicPartition, Long> ends = new HashMap<>();
    Condition known =
        () -> {
          ends.putAll(endsIfAnswered());
          return !ends.isEmpty();
        };
    known.await("the ends of the input topic");
    return ends;
  }

  private Map<TopicPartition, Long> endsIfAnswered() throws InterruptedException {
    Map<TopicPartition, OffsetSpec> latest =
        IntStream.range(0, Cluster.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(topic, partition))
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    try {
      return admin.listOffsets(latest).all().get().entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    } catch (ExecutionException e) {
      return Map.of();
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
