package io.garam.streams.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.event.SourcePosition;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.junit.jupiter.api.Test;

class RefusedRecordsTest {

  private final RefusedRecords refused = new RefusedRecords(Set.of("intents"), "dead");

  private record Source(String topic, int partition, long offset) implements RecordMetadata {}

  private static Source source(long offset) {
    return new Source("utterances", 1, offset);
  }

  private static SourcePosition position(long offset) {
    return new SourcePosition(new TopicPartition("utterances", 1), offset);
  }

  private void refuse(RecordMetadata source, String topic, String message) {
    refused.refused(
        source, new ProducerRecord<>(topic, new byte[1]), new RecordTooLargeException(message));
  }

  @Test
  void ofAnEventThatWasNeverRefusedNothingIsKnown() {
    assertThat(refused.processing(source(7))).isNull();
    assertThat(refused.processing(null)).isNull();
    assertThat(refused.of(position(7))).isNull();
    assertThat(refused.takeNews()).isEqualTo(RefusalNews.NONE);
  }

  @Test
  void aRefusedOutputIsKnownWhenTheEventIsReadAgain() {
    refuse(source(7), "intents", "too large");
    Refusal known = new Refusal("the topic intents refused it: too large", true, 0);
    assertThat(refused.processing(source(7))).isEqualTo(known);
    assertThat(refused.of(position(7))).isEqualTo(known);
    assertThat(known.isFinal()).isFalse();
    assertThat(refused.processing(source(8))).as("its neighbour").isNull();
    assertThat(refused.processing(new Source("utterances", 2, 7))).isNull();
  }

  @Test
  void twoRefusedLettersLeaveNothingToTry() {
    refuse(source(7), "intents", "one");
    refuse(source(7), "dead", "two");
    assertThat(refused.of(position(7)))
        .isEqualTo(new Refusal("the topic dead refused it: two", true, 1));
    assertThat(refused.of(position(7)).isFinal()).isFalse();
    refuse(source(7), "dead", "three");
    assertThat(refused.of(position(7)))
        .isEqualTo(new Refusal("the topic dead refused it: three", true, 2));
    assertThat(refused.of(position(7)).isFinal()).isTrue();
  }

  /** A store's cache writes to the changelog what other events have put there. */
  @Test
  void aRefusedChangelogIsNewsAndNoEventsFault() {
    refuse(source(7), "garam-dialogues-changelog", "x");
    assertThat(refused.takeNews()).isEqualTo(RefusalNews.NOTHING_TO_LEAVE_OUT);
    refuse(null, "intents", "x");
    assertThat(refused.takeNews()).isEqualTo(RefusalNews.NOTHING_TO_LEAVE_OUT);
    assertThat(refused.of(position(7))).isNull();
  }

  @Test
  void newsAreToldOnceAndAnEventThatIsLeftOutGoesBeforeAllElse() {
    refuse(source(7), "intents", "x");
    refuse(source(8), "garam-dialogues-changelog", "x");
    assertThat(refused.takeNews()).isEqualTo(RefusalNews.EVENT_TO_LEAVE_OUT);
    assertThat(refused.takeNews()).isEqualTo(RefusalNews.NONE);
    refuse(source(8), "garam-dialogues-changelog", "x");
    refuse(source(7), "dead", "x");
    assertThat(refused.takeNews()).isEqualTo(RefusalNews.EVENT_TO_LEAVE_OUT);
  }

  @Test
  void aRefusalOfAnUnknownKindIsNoNewsOfOneEventAndIsKnownOfItAllTheSame() {
    refused.refused(
        source(7),
        new ProducerRecord<>("intents", new byte[1]),
        new InvalidRecordException("Record is corrupt"));
    assertThat(refused.takeNews()).isEqualTo(RefusalNews.NOTHING_TO_LEAVE_OUT);
    assertThat(refused.of(position(7)))
        .isEqualTo(new Refusal("the topic intents refused it: Record is corrupt", true, 0));
  }

  @Test
  void whatAThreadProcessesIsItsOwnAffair() {
    assertThat(refused.processed()).isNull();
    var unused = refused.processing(source(7));
    assertThat(refused.processed()).isEqualTo(source(7));
    assertThat(CompletableFuture.supplyAsync(refused::processed).join()).isNull();
    unused = refused.processing(null);
    assertThat(refused.processed()).isNull();
  }

  @Test
  void ofMoreThanAHundredThousandTheOldestIsForgotten() {
    for (long offset = 0; offset <= 100_000; offset++) {
      refuse(source(offset), "intents", "x");
    }
    assertThat(refused.of(position(0))).isNull();
    assertThat(refused.of(position(1))).isNotNull();
    assertThat(refused.of(position(100_000))).isNotNull();
  }

  @Test
  void aFailureIsARefusalWhereverTheRecordsErrorStandsAmongItsCauses() {
    assertThat(
            RefusedRecords.isRefusal(
                new StreamsException(new KafkaException(new RecordTooLargeException("x")))))
        .isTrue();
    assertThat(RefusedRecords.isRefusal(new InvalidRecordException("x"))).isTrue();
    assertThat(
            RefusedRecords.isRefusal(
                new StreamsException(
                    "Failed to append record because it was part of a batch which had one more more"
                        + " invalid records")))
        .isTrue();
    assertThat(RefusedRecords.isRefusal(new StreamsException(new TimeoutException("x")))).isFalse();
    assertThat(RefusedRecords.isRefusal(new StreamsException((String) null))).isFalse();
  }
}
