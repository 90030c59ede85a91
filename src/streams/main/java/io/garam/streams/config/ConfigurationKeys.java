package io.garam.streams.config;

import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;

import io.garam.nlu.GaramException;
import io.garam.nlu.Thresholds;
import io.garam.streams.batching.RecordTime;
import io.garam.streams.event.EventReader;
import io.garam.streams.memory.DialogueEntry;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;

/** The keys with types, defaults and words of explanation; apart so that each can be read. */
final class ConfigurationKeys {

  /** More threads than this gain little before the broker is the limit; users may set more. */
  private static final int MOST_DEFAULT_THREADS = 4;

  static final String EARLIEST = "earliest";
  static final String LATEST = "latest";

  private static final ConfigDef.Validator POINTER = EventPointers.VALIDATOR;

  private ConfigurationKeys() {}

  static ConfigDef define() {
    ConfigDef keys = new ConfigDef();
    defineOwn(keys);
    defineDialogue(keys);
    defineKafka(keys);
    return keys;
  }

  private static void defineOwn(ConfigDef keys) {
    keys.define(
            GaramConfig.MODEL,
            ConfigDef.Type.STRING,
            NO_DEFAULT_VALUE,
            new NonEmptyString(),
            Importance.HIGH,
            "The folder of the model bundle.")
        .define(
            GaramConfig.TRUSTED_KEYS,
            ConfigDef.Type.LIST,
            List.of(),
            Importance.MEDIUM,
            "Files with an Ed25519 public key in PEM, or folders of files that end in `.pem` and"
                + " hold one, separated by commas. Where it is set, a model is loaded only if one of"
                + " these keys has signed it. The command line's `--trusted-keys` sets it.")
        .define(
            GaramConfig.INPUT_TOPIC,
            ConfigDef.Type.STRING,
            "utterances",
            new NonEmptyString(),
            Importance.HIGH,
            "The topic to read events from. Each value is a JSON object in UTF-8, unless"
                + " `garam.input.format` says otherwise.")
        .define(
            GaramConfig.INPUT_FORMAT,
            ConfigDef.Type.STRING,
            "json",
            ConfigDef.ValidString.in("json", GaramConfig.TEXT),
            Importance.MEDIUM,
            "What a value is: `json`, an event, or `text`, the utterance itself in UTF-8. What comes"
                + " out is an event in both cases: of a text it is an object with the text at"
                + " `garam.text.pointer` and the intent at `garam.intent.pointer`, such as"
                + " `{\"text\": …, \"intent\": …}`. A text has no speaker and no id, and only a record"
                + " without a value ends its dialogue.")
        .define(
            GaramConfig.OUTPUT_TOPIC,
            ConfigDef.Type.STRING,
            "intents",
            new NonEmptyString(),
            Importance.HIGH,
            "The topic to write tagged events to: the same bytes with one field more, the intent."
                + " Key, headers and timestamp stay as they are, and a record without a value is"
                + " passed on without one.")
        .define(
            GaramConfig.DEAD_LETTER_TOPIC,
            ConfigDef.Type.STRING,
            "utterances-dead-letters",
            new NonEmptyString(),
            Importance.HIGH,
            "The topic for events that cannot be tagged, with their original bytes and the reason"
                + " in the header `__streams.errors.message`.")
        .define(
            GaramConfig.TEXT_POINTER,
            ConfigDef.Type.STRING,
            "/text",
            POINTER,
            Importance.HIGH,
            "Where the text is in an event: a JSON pointer (RFC 6901), for example"
                + " `/message/body` or `/parts/0/text`.")
        .define(
            GaramConfig.INTENT_POINTER,
            ConfigDef.Type.STRING,
            "/intent",
            POINTER,
            Importance.MEDIUM,
            "Where in an event the intent is written: a JSON pointer of names of fields. Objects on"
                + " the way to it are made where they are missing; where something else is in their"
                + " place, the event is a dead letter. So taggers chain: one writes `/nlu/intent`, the"
                + " next `/nlu/sentiment`.")
        .define(
            GaramConfig.INTENT_EXISTING,
            ConfigDef.Type.STRING,
            "dead-letter",
            ConfigDef.ValidString.in("dead-letter", GaramConfig.REPLACE),
            Importance.MEDIUM,
            "What becomes of an event that has something other than null at `garam.intent.pointer`: a"
                + " `dead-letter` with the reason `intent-exists`, or `replace` it, which the log"
                + " says once. A replay replaces it where the key is not set, since it writes to"
                + " topics of its own.")
        .define(
            GaramConfig.THRESHOLD,
            ConfigDef.Type.STRING,
            "",
            ConfigDef.LambdaValidator.with(
                ConfigurationKeys::checkThreshold,
                () ->
                    "thresholds such as 0.6 or 0.6,request=0.8, from 0 to 1; empty for the model's"),
            Importance.MEDIUM,
            "Below which probability an answer is `unknown`, in place of the model's own threshold:"
                + " one for all labels, labels with theirs, or both, separated by commas. A label"
                + " alone leaves the others at the model's. The model stays what it is, and so does"
                + " its digest. The command line's `--threshold` sets it.")
        .define(
            GaramConfig.MAX_EVENT_BYTES,
            ConfigDef.Type.INT,
            1 << 20,
            Range.atLeast(1),
            Importance.MEDIUM,
            "The largest event that is read, in bytes of its value once it is decompressed. A larger"
                + " one is a dead letter without its value. Raise it together with"
                + " `producer.max.request.size` and the topics' `max.message.bytes`, which the"
                + " tagged event must fit.")
        .define(
            GaramConfig.BATCH_MAX_RECORDS,
            ConfigDef.Type.INT,
            2000,
            Range.atLeast(1),
            Importance.MEDIUM,
            "The most records that one poll returns and the model takes together. Batches are as"
                + " large as the backlog and no record waits for others, so this bounds memory and"
                + " the time of one poll, not latency. It sets the main consumer's"
                + " `max.poll.records`.")
        .define(
            GaramConfig.CREATE_TOPICS,
            ConfigDef.Type.BOOLEAN,
            false,
            Importance.MEDIUM,
            "Whether to create topics that do not exist when the tagger starts, with the broker's"
                + " default replication. The command line's `--create-topics` sets it.")
        .define(
            GaramConfig.TOPIC_PARTITIONS,
            ConfigDef.Type.INT,
            4,
            Range.atLeast(1),
            Importance.LOW,
            "How many partitions a topic gets that Garam creates. As many threads, over all"
                + " instances, can tag at once.")
        .define(
            GaramConfig.CONNECT_TIMEOUT_MS,
            ConfigDef.Type.INT,
            10_000,
            Range.atLeast(100),
            Importance.LOW,
            "How long the brokers may take to answer when the tagger starts, in milliseconds.")
        .define(
            GaramConfig.CLOSE_TIMEOUT_MS,
            ConfigDef.Type.INT,
            20_000,
            Range.atLeast(100),
            Importance.MEDIUM,
            "How long the tagger may take to end, in milliseconds, in all: to finish and commit what"
                + " it has polled, and to leave its group. Then it ends as it is, with exit code 1;"
                + " what was not committed is tagged again at the next start, and nothing is lost."
                + " Keep it below what ends the process otherwise: Kubernetes grants 30 seconds.")
        .define(
            GaramConfig.START_FROM,
            ConfigDef.Type.STRING,
            EARLIEST,
            ConfigDef.ValidString.in(EARLIEST, LATEST),
            Importance.MEDIUM,
            "Where the first start begins, when the group `application.id` has committed nothing:"
                + " `earliest` tags all that the input topic holds, `latest` what is written from"
                + " then on. Later starts go on where the group has come to, and partitions that are"
                + " added later are read from their beginning. The command line's `--from` sets"
                + " it.")
        .define(
            GaramConfig.MANAGEMENT_LISTENER,
            ConfigDef.Type.STRING,
            "127.0.0.1:7878",
            new ListenAddress(),
            Importance.MEDIUM,
            "Where `garam run` answers `/metrics`, `/health`, `/ready` and `/info` over HTTP"
                + " ([metrics](metrics.md)): `host:port`, port 0 for a free one, or `off`. Where the"
                + " key is not set and another process has the port, a free one is taken and said."
                + " Whoever reaches the port can read all of it and change nothing; beyond"
                + " loopback, keep it inside your network.")
        .define(
            GaramConfig.TRACING,
            ConfigDef.Type.BOOLEAN,
            false,
            Importance.LOW,
            "Whether each poll is a span of [OpenTelemetry](operations.md#traces) with links to the"
                + " spans of its records, by the OpenTelemetry that is set up for the process. Needs"
                + " its API on the class path, which the archive and the image have.");
  }

  private static void defineDialogue(ConfigDef keys) {
    keys.define(
            GaramConfig.SPEAKER_POINTER,
            ConfigDef.Type.STRING,
            "/speaker",
            POINTER,
            Importance.MEDIUM,
            "Where an event says who speaks, for a model that follows dialogues. What is not a"
                + " string of at most "
                + EventReader.LONGEST_SPEAKER
                + " characters counts as not known.")
        .define(
            GaramConfig.UTTERANCE_POINTER,
            ConfigDef.Type.STRING,
            "/utteranceId",
            POINTER,
            Importance.MEDIUM,
            "Where the id of an utterance is, a string or a number, for a model that follows"
                + " dialogues. An utterance with the id of one of the last "
                + DialogueEntry.UTTERANCES
                + " of its dialogue is a duplicate: it is tagged, its intent says `\"duplicate\":"
                + " true`, and the memory stays as it was. An utterance without an id never is.")
        .define(
            GaramConfig.END_POINTER,
            ConfigDef.Type.STRING,
            "/end",
            POINTER,
            Importance.MEDIUM,
            "Where an event says `true` if its dialogue ends with it. It is tagged, and the"
                + " dialogue forgotten; where it has no text, it is passed on as it is. A record"
                + " without a value ends its dialogue too.")
        .define(
            GaramConfig.DIALOGUE_IDLE,
            ConfigDef.Type.STRING,
            "1h",
            new IdleTime(),
            Importance.MEDIUM,
            "After how long a dialogue in which nothing is said is forgotten. The clock is the"
                + " newest timestamp that was read of the dialogue's partition. So an utterance"
                + " that comes late is taken when it comes, and in a partition to which nothing at"
                + " all is written time stands still.")
        .define(
            GaramConfig.DIALOGUE_STORE,
            ConfigDef.Type.STRING,
            "memory",
            ConfigDef.ValidString.in("memory", "rocksdb"),
            Importance.MEDIUM,
            "Where dialogues are kept besides the changelog topic, from which they come back after"
                + " a crash or on another instance: in `memory`, or on disk with `rocksdb`, under"
                + " `state.dir`, where two instances on one machine must not share a folder. With"
                + " `num.standby.replicas=1` another instance holds a copy and goes on sooner.");
  }

  private static void defineKafka(ConfigDef keys) {
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
            StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG,
            ConfigDef.Type.CLASS,
            RecordTime.class,
            Importance.LOW,
            "How an event's time is found: by default it is the record's. Whatever finds it, an event"
                + " without a time gets that of the record before it, and one whose time the topics"
                + " do not take is a dead letter.");
  }

  private static void checkThreshold(String name, Object value) {
    try {
      Thresholds.parse(String.valueOf(value));
    } catch (GaramException e) {
      throw new ConfigException(name + ": " + e.getMessage());
    }
  }
}
