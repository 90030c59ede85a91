package io.garam.streams.replay;

import io.garam.streams.client.Brokers;
import io.garam.streams.client.Right;
import io.garam.streams.client.TopicReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Topic of a replay's plan, its only record. */
record PlanTopic(Brokers brokers, ReplayTopics topics, String name) {

  /**
   * Writes the plan.
   *
   * @throws io.garam.nlu.GaramException if the brokers refuse it
   */
  void write(ReplayPlan plan) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            brokers.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(name, plan.toJson())).get();
    } catch (ExecutionException e) {
      throw brokers.failure(
          e.getCause() == null ? e : e.getCause(), Right.topic(AclOperation.WRITE, name));
    } catch (InterruptedException e) {
      throw PollInterval.interrupted(e);
    }
  }

  /**
   * Returns what {@link #write} wrote, empty if there is no such topic or nothing in it. Others may
   * write to it, also a record without a value: then there is nothing either.
   *
   * @throws io.garam.nlu.GaramException if it is no plan
   */
  Optional<ReplayPlan> read() {
    if (!topics.exists(name)) {
      return Optional.empty();
    }
    List<byte @Nullable []> values = new ArrayList<>();
    try (TopicReader reader = new TopicReader(brokers)) {
      reader.read(reader.whole(name), record -> values.add(record.value()));
    }
    byte[] last = values.isEmpty() ? null : values.get(values.size() - 1);
    return Optional.ofNullable(last).map(json -> ReplayPlan.fromJson(json, name));
  }
}
