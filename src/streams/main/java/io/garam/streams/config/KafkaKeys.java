package io.garam.streams.config;

import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;

import io.garam.streams.batching.RecordTime;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.streams.StreamsConfig;

/** Keys of Kafka whose default is not that of Kafka. */
final class KafkaKeys {

  /** More threads than this gain little before the broker is the limit; users may set more. */
  private static final int MOST_DEFAULT_THREADS = 4;

  private KafkaKeys() {}

  static void define(ConfigDef keys) {
    keys.define(
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
            ConfigDef.Type.LIST,
            NO_DEFAULT_VALUE,
            Importance.HIGH,
            "The brokers to connect to first: `host:port`, separated by commas. The command line's"
                + " `--bootstrap-server` sets it.")
        .define(
            StreamsConfig.APPLICATION_ID_CONFIG,
            ConfigDef.Type.STRING,
            "garam",
            new NonEmptyString(),
            Importance.HIGH,
            "The name that all instances of one tagger share. It is the consumer group, and the"
                + " prefix of transactional ids: access rules must allow both. With a model that"
                + " follows dialogues it begins the name of the topic that remembers them, such as"
                + " `garam-dialogues-changelog`, which is created where it is missing.")
        .define(
            StreamsConfig.NUM_STREAM_THREADS_CONFIG,
            ConfigDef.Type.INT,
            Math.min(MOST_DEFAULT_THREADS, Runtime.getRuntime().availableProcessors()),
            Range.atLeast(1),
            Importance.MEDIUM,
            "Threads that tag, each on one core. More than there are partitions stay idle.")
        .define(
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
            ConfigDef.Type.STRING,
            StreamsConfig.EXACTLY_ONCE_V2,
            ConfigDef.ValidString.in(StreamsConfig.EXACTLY_ONCE_V2, StreamsConfig.AT_LEAST_ONCE),
            Importance.MEDIUM,
            "`exactly_once_v2`: each event is tagged once, also across crashes, for readers with"
                + " `isolation.level=read_committed`. `at_least_once`: events appear sooner, but"
                + " some twice after a crash.")
        .define(
            StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
            ConfigDef.Type.LONG,
            100L,
            Range.atLeast(0),
            Importance.MEDIUM,
            "How often work is committed, in milliseconds. Under exactly-once this is the time"
                + " after which readers see an event.")
        .define(
            StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
            ConfigDef.Type.LONG,
            5L,
            Range.atLeast(0),
            Importance.LOW,
            "How long the producer waits to fill a batch, in milliseconds. Kafka Streams' own"
                + " default of 100 delays every event of a quiet topic.")
        .define(
            StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG),
            ConfigDef.Type.INT,
            65_536,
            Range.atLeast(0),
            Importance.LOW,
            "How large a batch of the producer becomes before it is sent, in bytes. Kafka's own"
                + " default of 16,384 costs twice the processor time in the producer's thread under"
                + " load; a quiet topic sends after `producer.linger.ms` whatever this is.")
        .define(
            StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG,
            ConfigDef.Type.CLASS,
            RecordTime.class,
            Importance.LOW,
            "How an event's time is found: by default it is the record's. Whatever finds it, an event"
                + " without a time gets that of the record before it, and one whose time the topics"
                + " do not take is a dead letter.");
  }
}
