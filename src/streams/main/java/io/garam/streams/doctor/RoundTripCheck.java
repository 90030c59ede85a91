package io.garam.streams.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.nlu.GaramException;
import io.garam.nlu.io.FileFault;
import io.garam.nlu.io.Json;
import io.garam.streams.Tagger;
import io.garam.streams.client.Brokers;
import io.garam.streams.client.Causes;
import io.garam.streams.client.OffsetRange;
import io.garam.streams.client.TopicReader;
import io.garam.streams.config.GaramConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;

/** Check by one round trip: a tagger from and to the doctor's own topics tags one event. */
final class RoundTripCheck implements Check {

  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final byte[] EVENT = "{\"text\":\"안녕하세요, hello\"}".getBytes(UTF_8);

  private final GaramConfig config;
  private final Brokers brokers;
  private final OwnTopics topics;
  private volatile boolean endedInOrder = true;

  RoundTripCheck(GaramConfig config, Brokers brokers, OwnTopics topics) {
    this.config = config;
    this.brokers = brokers;
    this.topics = topics;
  }

  @Override
  public String name() {
    return "round trip";
  }

  @Override
  public List<String> needs() {
    return List.of(OwnTopics.NAME, TaggerChecks.MODEL);
  }

  @Override
  public Duration timeLimit() {
    return LIMIT;
  }

  @Override
  public Finding run() throws InterruptedException {
    Path state;
    try {
      state = Files.createTempDirectory("garam-doctor-");
    } catch (IOException e) {
      throw new GaramException(
          "Expected to make a temporary folder, but that failed ("
              + FileFault.of(e)
              + "); make room in java.io.tmpdir.",
          e);
    }
    try {
      Map<String, Object> settings = topics.settings(config);
      settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
      return tag(GaramConfig.of(settings));
    } catch (GaramException e) {
      if (new Causes(e).have(AuthorizationException.class)) {
        return Finding.skipped(
            "the user may not tag as "
                + topics.application()
                + ", which a tagger does not need: "
                + e.getMessage());
      }
      throw e;
    } finally {
      Utils.closeQuietly(() -> Utils.delete(state.toFile()), "temporary folder");
    }
  }

  private Finding tag(GaramConfig own) throws InterruptedException {
    TopicPartition input = new TopicPartition(topics.utterances(), 0);
    Tagger tagger = Tagger.start(own, Map.of(input, 1L));
    try (tagger) {
      return tag(tagger);
    } finally {
      endedInOrder = tagger.endedInOrder();
    }
  }

  @Override
  public boolean endedInOrder() {
    return endedInOrder;
  }

  private Finding tag(Tagger tagger) throws InterruptedException {
    try (Writing writing = new Writing(brokers, Map.of());
        TopicReader reader = new TopicReader(brokers)) {
      tagger.awaitRunning(LIMIT);
      long sent = System.nanoTime();
      writing.write(new ProducerRecord<>(topics.utterances(), EVENT));
      while (true) {
        tagger.awaitEnd(Duration.ofMillis(50));
        List<byte[]> answers = read(reader, topics.intents());
        if (!answers.isEmpty()) {
          return Finding.ok(
              "an event was tagged as \""
                  + Json.MAPPER.readTree(answers.get(0)).at("/intent/label").asText()
                  + "\" in "
                  + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent)
                  + " ms, which is that of a first one");
        }
        if (!read(reader, topics.deadLetters()).isEmpty()) {
          return Finding.fault(
              "Expected an event to be tagged, but it became a dead letter; see the log.");
        }
      }
    } catch (IOException e) {
      return Finding.fault("Expected JSON to come out, but it cannot be read; see the model.");
    }
  }

  private static List<byte[]> read(TopicReader reader, String topic) {
    List<byte[]> values = new ArrayList<>();
    List<OffsetRange> whole = reader.whole(topic);
    if (OffsetRange.size(whole) > 0) {
      reader.read(whole, record -> values.add(record.value()));
    }
    return values;
  }
}
