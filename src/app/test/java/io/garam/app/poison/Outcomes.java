package io.garam.app.poison;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.run.Cluster;
import io.garam.streams.Tagger;
import io.garam.streams.deadletters.DeadLetterHeaders;
import io.garam.streams.deadletters.Letter;
import io.garam.streams.event.SourcePosition;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * What a tagger wrote of what was sent, all of it committed.
 *
 * @param outputs tagged events
 * @param letters dead letters
 */
record Outcomes(
    List<ConsumerRecord<byte[], byte[]>> outputs, List<ConsumerRecord<byte[], byte[]>> letters) {

  /**
   * Waits until a tagger has committed its reading of as many records as were sent.
   *
   * @throws io.garam.nlu.GaramException if it stopped
   */
  static Outcomes await(Cluster cluster, Tagger tagger, int sent, Duration patience)
      throws Exception {
    long deadline = System.nanoTime() + patience.toNanos();
    while (cluster.committed() < sent) {
      assertThat(System.nanoTime())
          .as("committed %d of %d: %s", cluster.committed(), sent, tagger.statistics().counts())
          .isLessThan(deadline);
      assertThat(tagger.awaitEnd(Duration.ZERO)).isFalse();
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return of(cluster, patience);
  }

  /** Reads what is committed. */
  static Outcomes of(Cluster cluster, Duration patience) {
    return new Outcomes(
        cluster.read(cluster.outputTopic(), 0, patience),
        cluster.read(cluster.deadLetterTopic(), 0, patience));
  }

  /** Returns the codes of all dead letters. */
  List<String> reasons() {
    return letters.stream().map(Outcomes::reason).toList();
  }

  static String reason(ConsumerRecord<byte[], byte[]> letter) {
    return new String(letter.headers().lastHeader(DeadLetterHeaders.REASON).value(), UTF_8);
  }

  /** Each poison was tagged, or has a dead letter for its reason, or was skipped; and only once. */
  void assertFates(
      List<Poison> poison, List<ProducerRecord<byte[], byte[]>> sent, List<RecordMetadata> places) {
    Map<String, String> expected = new TreeMap<>();
    for (Poison one : poison) {
      if (!one.fate().equals(Poison.SKIPPED)) {
        expected.put(one.name(), one.fate());
      }
    }
    Map<SourcePosition, String> names = new HashMap<>();
    for (int i = 0; i < sent.size(); i++) {
      Header name = sent.get(i).headers().lastHeader(Poison.NAME);
      if (name != null) {
        RecordMetadata place = places.get(i);
        String text = new String(name.value(), UTF_8);
        names.put(
            new SourcePosition(
                new TopicPartition(place.topic(), place.partition()), place.offset()),
            text);
      }
    }
    Map<String, String> fates = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> output : outputs) {
      Header name = output.headers().lastHeader(Poison.NAME);
      if (name != null) {
        fates.merge(new String(name.value(), UTF_8), Poison.TAGGED, (a, b) -> a + " and " + b);
      }
    }
    for (ConsumerRecord<byte[], byte[]> letter : letters) {
      SourcePosition source = new Letter(letter).source().orElseThrow();
      fates.merge(
          names.getOrDefault(source, "a good event at " + source),
          reason(letter),
          (a, b) -> a + " and " + b);
    }
    assertThat(fates).isEqualTo(expected);
  }
}
