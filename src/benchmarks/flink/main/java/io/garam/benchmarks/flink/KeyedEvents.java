package io.garam.benchmarks.flink;

import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.typeutils.TupleTypeInfo;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records of Kafka as Flink sees them: the bytes of key and value. */
final class KeyedEvents
    implements KafkaRecordDeserializationSchema<Tuple2<byte[], byte[]>>,
        KafkaRecordSerializationSchema<Tuple2<byte[], byte[]>> {

  private static final long serialVersionUID = 1;

  /** The type of such a record. */
  static final TypeInformation<Tuple2<byte[], byte[]>> TYPE =
      new TupleTypeInfo<>(
          PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO,
          PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  private final String topic;

  /**
   * @param topic that is written to
   */
  KeyedEvents(String topic) {
    this.topic = topic;
  }

  @Override
  public void deserialize(
      ConsumerRecord<byte[], byte[]> record, Collector<Tuple2<byte[], byte[]>> out) {
    out.collect(Tuple2.of(record.key(), record.value()));
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Tuple2<byte[], byte[]> event, KafkaSinkContext context, Long timestamp) {
    return new ProducerRecord<>(topic, event.f0, event.f1);
  }

  @Override
  public TypeInformation<Tuple2<byte[], byte[]>> getProducedType() {
    return TYPE;
  }
}
