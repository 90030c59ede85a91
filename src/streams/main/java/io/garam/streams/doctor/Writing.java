package io.garam.streams.doctor;

import io.garam.streams.client.Brokers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Producer of a check, with the settings of the tagger's; each record is waited for. */
final class Writing implements AutoCloseable {

  private final Brokers brokers;
  private final KafkaProducer<byte[], byte[]> producer;

  /**
   * @param own settings besides the tagger's
   * @throws io.garam.nlu.GaramException if a setting does not do
   */
  Writing(Brokers brokers, Map<String, Object> own) {
    this.brokers = brokers;
    Map<String, Object> settings = new HashMap<>(brokers.producerProperties());
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, brokers.timeoutMs());
    settings.putAll(own);
    try {
      this.producer =
          new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    } catch (KafkaException e) {
      throw brokers.failure(e, "a producer");
    }
  }

  KafkaProducer<byte[], byte[]> producer() {
    return producer;
  }

  /**
   * Writes a record and returns where it is.
   *
   * @throws io.garam.nlu.GaramException if the brokers do not take it
   */
  RecordMetadata write(ProducerRecord<byte[], byte[]> record) throws InterruptedException {
    try {
      return producer.send(record).get();
    } catch (ExecutionException e) {
      throw brokers.failure(e.getCause() == null ? e : e.getCause(), "the topic " + record.topic());
    } catch (KafkaException e) {
      throw brokers.failure(e, "the topic " + record.topic());
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofMillis(brokers.timeoutMs()));
  }
}
