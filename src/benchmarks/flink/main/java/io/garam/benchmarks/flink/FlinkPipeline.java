package io.garam.benchmarks.flink;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Process of a pipeline in Flink, on a cluster in this JVM: events from a topic, each tagged by
 * itself, to a topic, exactly-once.
 */
public final class FlinkPipeline {

  /** Ten times Kafka Streams' interval, since a checkpoint costs more than a commit there. */
  private static final long CHECKPOINT_MS = 1_000;

  private static final String TRANSACTION_MS = "60000";

  private FlinkPipeline() {}

  /**
   * Runs until it is ended or fails.
   *
   * @param args the topics to read and to write, a file of Kafka's settings, the model and the
   *     parallelism
   */
  public static void main(String[] args) throws Exception {
    Properties settings = new Properties();
    try (Reader file = Files.newBufferedReader(Path.of(args[2]))) {
      settings.load(file);
    }
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(Integer.parseInt(args[4]));
    environment.enableCheckpointing(CHECKPOINT_MS, CheckpointingMode.EXACTLY_ONCE);
    environment.getConfig().enableObjectReuse();
    environment
        .fromSource(
            source(args[0], settings), WatermarkStrategy.noWatermarks(), "events", KeyedEvents.TYPE)
        .map(new TagEvent(args[3]))
        .returns(KeyedEvents.TYPE)
        .sinkTo(sink(args[1], settings));
    environment.execute("tag");
  }

  private static KafkaSource<Tuple2<byte[], byte[]>> source(String topic, Properties settings) {
    return KafkaSource.<Tuple2<byte[], byte[]>>builder()
        .setProperties(settings)
        .setTopics(topic)
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(new KeyedEvents(topic))
        .build();
  }

  private static KafkaSink<Tuple2<byte[], byte[]>> sink(String topic, Properties settings) {
    String brokers = settings.getProperty("bootstrap.servers");
    return KafkaSink.<Tuple2<byte[], byte[]>>builder()
        .setBootstrapServers(brokers)
        .setProperty("transaction.timeout.ms", TRANSACTION_MS)
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(topic)
        .setRecordSerializer(new KeyedEvents(topic))
        .build();
  }
}
