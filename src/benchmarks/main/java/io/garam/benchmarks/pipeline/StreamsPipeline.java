package io.garam.benchmarks.pipeline;

import io.garam.nlu.inference.IntentClassifier;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;

/** Process of a pipeline in Kafka Streams without Garam. */
final class StreamsPipeline {

  private StreamsPipeline() {}

  /**
   * Runs until it is ended or fails.
   *
   * @param args the {@link PipelineKind}, the topics to read and to write, a file of settings and,
   *     where it tags, the model
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    StreamsBuilder builder = new StreamsBuilder();
    KStream<byte[], byte[]> events =
        builder.stream(args[1], Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()));
    mapped(events, args).to(args[2], Produced.with(Serdes.ByteArray(), Serdes.ByteArray()));
    Properties settings = new Properties();
    try (Reader file = Files.newBufferedReader(Path.of(args[3]))) {
      settings.load(file);
    }
    CountDownLatch failed = new CountDownLatch(1);
    KafkaStreams streams = new KafkaStreams(builder.build(), settings);
    streams.setStateListener(
        (now, before) -> {
          if (now == KafkaStreams.State.ERROR) {
            failed.countDown();
          }
        });
    Runtime.getRuntime().addShutdownHook(new Thread(streams::close, "close"));
    streams.start();
    failed.await();
    System.exit(1);
  }

  private static KStream<byte[], byte[]> mapped(KStream<byte[], byte[]> events, String[] args) {
    return switch (PipelineKind.valueOf(args[0])) {
      case BYTES -> events;
      case JSON -> events.mapValues(EventMapping::copied);
      case ONNX_PER_RECORD -> {
        IntentClassifier shared = IntentClassifier.load(Path.of(args[4]));
        yield events.mapValues(event -> EventMapping.tagged(event, shared));
      }
      case FLINK, GARAM -> throw new IllegalArgumentException(args[0] + " is another process");
    };
  }
}
