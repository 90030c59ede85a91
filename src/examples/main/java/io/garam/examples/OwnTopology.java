package io.garam.examples;

import io.garam.nlu.Intent;
import io.garam.streams.IntentTagging;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.output.TaggedEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;

/**
 * Example of a topology of one's own: tags utterances, and routes questions and what is not known
 * to topics of their own. Arguments: KEY=VALUE..., settings of Garam and Kafka.
 */
public final class OwnTopology {

  private OwnTopology() {}

  public static void main(String[] arguments) throws InterruptedException {
    Map<String, String> settings = new HashMap<>();
    for (String argument : arguments) {
      String[] keyAndValue = argument.split("=", 2);
      settings.put(keyAndValue[0], keyAndValue[1]);
    }
    CountDownLatch stop = new CountDownLatch(1);
    Thread main = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(main, stop)));
    run(settings, stop);
  }

  /** The JVM goes down when its hooks have returned, so this one waits until all is closed. */
  private static void end(Thread main, CountDownLatch stop) {
    stop.countDown();
    try {
      main.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void run(Map<String, ?> settings, CountDownLatch stop) throws InterruptedException {
    try (IntentTagging tagging = IntentTagging.load(GaramConfig.of(settings));
        KafkaStreams streams = tagging.streams(topology(tagging))) {
      streams.setStateListener(
          (state, before) -> {
            if (state == KafkaStreams.State.ERROR) {
              stop.countDown();
            }
          });
      streams.start();
      stop.await();
    }
  }

  static Topology topology(IntentTagging tagging) {
    StreamsBuilder builder = new StreamsBuilder();
    KStream<byte[], TaggedEvent> tagged = tagging.addTo(builder);
    Produced<byte[], TaggedEvent> written = Produced.with(Serdes.ByteArray(), TaggedEvent.serde());
    tagged.filter((dialogue, event) -> event.hasLabel("question")).to("questions", written);
    tagged.filter((dialogue, event) -> event.hasLabel(Intent.UNKNOWN)).to("for-people", written);
    return builder.build();
  }
}
