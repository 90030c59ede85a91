package io.garam.streams.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.client.Brokers;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class LimitsWatchTest {

  private final AtomicLong clock = new AtomicLong(-5);
  private final LimitsWatch watch =
      new LimitsWatch(
          new Brokers(Map.of("application.id", "test", "bootstrap.servers", "127.0.0.1:1"), 100),
          OutputLimits.unknown("intents", "log", "dead", 1 << 20, Compression.NONE),
          clock::get);

  private void refuse(String topic, int bytes, Exception error) {
    watch.refused(new ProducerRecord<>(topic, null, 0L, new byte[1], new byte[bytes]), error, 1, 1);
  }

  private boolean takesLetter(int bytes) {
    return watch.get().takesDeadLetter(new byte[1], new byte[bytes], new RecordHeaders());
  }

  @Test
  void whatATopicRefusedIsForeseenForThatTopicUntilItMayHaveChanged() {
    refuse("dead", 5000, new RecordTooLargeException("too large"));
    assertThat(takesLetter(5000)).isFalse();
    assertThat(takesLetter(4999)).isTrue();
    watch.get().check(new byte[1], new byte[5000], new RecordHeaders());
    clock.addAndGet(LimitsWatch.MEMORY.toNanos() - 1);
    assertThat(takesLetter(5000)).isFalse();
    clock.incrementAndGet();
    assertThat(takesLetter(5000)).isTrue();
  }

  @Test
  void aMissingKeyIsLearned() {
    assertThat(watch.get().deadLetters().needsKey()).isFalse();
    refuse("dead", 1, new InvalidRecordException("Compacted topic cannot accept without key"));
    assertThat(watch.get().deadLetters().needsKey()).isTrue();
    assertThat(watch.get().output().needsKey()).isFalse();
  }

  /** It is of the batch, and says nothing of how large one record may be. */
  @Test
  void ofABatchLargerThanASegmentItIsLearnedThatBatchesBeSmaller() {
    watch.refusedBatch("dead", 3_000_000);
    assertThat(takesLetter(1_000_000)).isTrue();
    assertThat(watch.get().largestBatch()).isEqualTo(1_500_000);
    watch.refusedBatch("dead", 1_500_000);
    assertThat(watch.get().largestBatch()).isEqualTo(750_000);
    clock.addAndGet(LimitsWatch.MEMORY.toNanos());
    assertThat(watch.get().largestBatch()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void whatIsLearnedOutlastsAQuestionThatNobodyAnswers() {
    refuse("dead", 5000, new RecordTooLargeException("too large"));
    watch.read();
    assertThat(takesLetter(5000)).isFalse();
  }
}
