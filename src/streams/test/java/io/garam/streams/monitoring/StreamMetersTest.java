package io.garam.streams.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.batching.InFlightRecords;
import io.garam.streams.broker.FakeBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Meters of a client that has not been started, and so has no partition yet. */
class StreamMetersTest {

  @TempDir private Path folder;
  private final FakeBroker broker = new FakeBroker();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final AtomicBoolean ready = new AtomicBoolean();
  private KafkaStreams streams;

  @BeforeEach
  void makeClient() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream("utterances").to("intents");
    Properties settings = new Properties();
    settings.put("application.id", "garam");
    settings.put("bootstrap.servers", broker.address());
    settings.put("state.dir", folder.toString());
    streams = new KafkaStreams(builder.build(), settings);
  }

  @AfterEach
  void close() {
    streams.close(Duration.ofSeconds(5));
    broker.close();
  }

  private StreamMeters meters(boolean dialogues) {
    return new StreamMeters(
        registry, streams, Set.of("utterances"), new InFlightRecords(), dialogues, ready::get);
  }

  private double value(String name) {
    return registry.get(name).gauge().value();
  }

  @Test
  void beforeItHasPartitionsNothingIsBehind() {
    try (StreamMeters meters = meters(false)) {
      assertThat(meters).isNotNull();
      assertThat(value("garam.consumer.lag.records")).isZero();
      assertThat(value("garam.consumer.lag")).isZero();
      assertThat(registry.get("garam.consumer.lag").gauge().getId().getBaseUnit())
          .isEqualTo("seconds");
    }
  }

  @Test
  void readyIsWhatTheTaggerSaysWheneverItIsAsked() {
    try (StreamMeters meters = meters(false)) {
      assertThat(meters).isNotNull();
      assertThat(value("garam.ready")).isZero();
      ready.set(true);
      assertThat(value("garam.ready")).isEqualTo(1);
      ready.set(false);
      assertThat(value("garam.ready")).isZero();
    }
  }

  @Test
  void onlyAModelThatFollowsDialoguesHasOpenOnes() {
    try (StreamMeters meters = meters(false)) {
      assertThat(meters).isNotNull();
      assertThat(registry.find("garam.open.dialogues").meters()).isEmpty();
    }
  }

  @Test
  void whileStoresCannotBeAskedTheNumberOfDialoguesIsNotKnown() {
    try (StreamMeters meters = meters(true)) {
      assertThat(meters).isNotNull();
      assertThat(value("garam.open.dialogues")).isNaN();
    }
  }

  @Test
  void kafkasOwnMetricsAreThereBesideGarams() {
    try (StreamMeters meters = meters(false)) {
      assertThat(meters).isNotNull();
      assertThat(registry.getMeters())
          .anyMatch(meter -> meter.getId().getName().startsWith("kafka.stream."))
          .anyMatch(meter -> meter.getId().getName().startsWith("kafka.consumer."));
    }
  }
}
