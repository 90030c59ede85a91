package io.garam.streams.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.streams.client.Brokers;
import io.garam.streams.config.GaramConfig;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Check of transactions: begins one under a transactional id with the prefix of the tagger's, and
 * aborts it. No topic but the doctor's own gets a record of it.
 */
record TransactionsCheck(GaramConfig config, Brokers brokers, OwnTopics topics) implements Check {

  @Override
  public String name() {
    return "transactions";
  }

  @Override
  public List<String> needs() {
    return List.of(BrokersCheck.NAME);
  }

  @Override
  public Finding run() throws InterruptedException {
    if (!StreamsConfig.EXACTLY_ONCE_V2.equals(
        config.streamsProperties().get(StreamsConfig.PROCESSING_GUARANTEE_CONFIG))) {
      return Finding.ok("not needed at processing.guarantee=at_least_once");
    }
    String id = config.applicationId() + "-doctor-" + UUID.randomUUID();
    try (Writing writing =
        new Writing(brokers, Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id))) {
      writing.producer().initTransactions();
      writing.producer().beginTransaction();
      if (topics.areThere()) {
        writing.write(new ProducerRecord<>(topics.deadLetters(), "aborted".getBytes(UTF_8)));
      }
      writing.producer().abortTransaction();
      return Finding.ok(
          topics.areThere()
              ? "one was begun, written and aborted"
              : "one was begun and aborted, without a record in it");
    } catch (KafkaException e) {
      throw brokers.failure(e, "the transactional id " + id);
    }
  }
}
