package io.garam.streams.config;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;

/** Keys of the process: batches, topics that it makes, start and end, and how it is watched. */
final class ProcessKeys {

  static final String EARLIEST = "earliest";
  static final String LATEST = "latest";

  private ProcessKeys() {}

  static void define(ConfigDef keys) {
    keys.define(
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
            "Where `garam run` and `garam serve` answer over HTTP: `/metrics`, `/health`, `/ready` and"
                + " `/info` ([metrics](metrics.md)), and `/v1/tag` ([HTTP](http.md)). It is"
                + " `host:port`, port 0 for a free one, or `off`, which `serve` does not take. Where"
                + " the key is not set and another process has the port, `run` takes a free one and"
                + " says so. Whoever reaches the port can read all of it and change nothing; beyond"
                + " loopback, keep it inside your network, and set `garam.http.token` for"
                + " `/v1/tag`.")
        .define(
            GaramConfig.TRACING,
            ConfigDef.Type.BOOLEAN,
            false,
            Importance.LOW,
            "Whether each poll is a span of [OpenTelemetry](operations.md#traces) with links to the"
                + " spans of its records, by the OpenTelemetry that is set up for the process. Needs"
                + " its API on the class path, which the archive and the image have.");
  }
}
