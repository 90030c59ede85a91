package io.garam.streams.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.deadletters.Dispatch.Outcome;
import io.garam.streams.limits.RecordError;
import io.garam.streams.limits.RecordSize;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

class DispatchTest {

  private static final Letter LETTER = Letters.whole("event");

  private static Dispatch sent() {
    return Dispatch.send(LETTER, LETTER.record(), LETTER.time(), "utterances");
  }

  private static String header(ProducerRecord<?, ?> record, String key) {
    Header header = record.headers().lastHeader(key);
    return header == null ? null : new String(header.value(), UTF_8);
  }

  @Test
  void anEventGoesOutAsItWasAndWithoutWhatTellsOfTheLetter() {
    ProducerRecord<byte[], byte[]> record = sent().record();
    assertThat(record.topic()).isEqualTo("utterances");
    assertThat(record.partition()).as("its key gives it").isNull();
    assertThat(record.key()).asString().isEqualTo("d1");
    assertThat(record.value()).asString().isEqualTo("event");
    assertThat(record.timestamp()).isEqualTo(Letters.TIME);
    assertThat(record.headers()).map(Header::key).containsExactly("trace");
    assertThat(sent().outcome()).isEqualTo(Outcome.SENT);
  }

  @Test
  void anEventWithoutATimeGetsTheProducers() {
    Letter letter = Letters.of("event", -1);
    assertThat(Dispatch.send(letter, letter.record(), letter.time(), "t").record().timestamp())
        .isNull();
    assertThat(
            Dispatch.send(letter, letter.record(), Optional.of(Instant.EPOCH), "t")
                .record()
                .timestamp())
        .isZero();
  }

  @Test
  void aLetterThatIsKeptIsWrittenAsItWasIntoItsPartition() {
    Dispatch kept = Dispatch.keep(LETTER);
    ProducerRecord<byte[], byte[]> record = kept.record();
    assertThat(record.topic()).isEqualTo("dead");
    assertThat(record.partition()).isEqualTo(3);
    assertThat(record.timestamp()).isEqualTo(Letters.TIME);
    assertThat(record.headers()).isEqualTo(LETTER.record().headers());
    assertThat(kept.outcome()).isEqualTo(Outcome.KEPT);
    assertThat(kept.obstacle()).isNull();
    assertThat(Dispatch.keep(Letters.of("v", -1)).record().timestamp()).isNull();
  }

  @Test
  void whatIsPutBackSaysSoAndWhatIsPassedOverIsNotWritten() {
    Dispatch back = Dispatch.putBack(LETTER, "too late");
    assertThat(back.obstacle()).isEqualTo("too late (put back for the next --replay)");
    assertThat(back.record().topic()).isEqualTo("dead");
    Dispatch over = Dispatch.passOver(LETTER, "too early");
    assertThat(over.obstacle()).isEqualTo("too early (left where they are)");
    assertThat(over.record()).isNull();
    assertThat(over.size()).isZero();
    assertThat(over.outcome()).isEqualTo(Outcome.UNSENT);
  }

  @Test
  void anEventThatIsRefusedPutsItsLetterBackWhateverTheReason() {
    for (RecordError error : RecordError.values()) {
      Dispatch back = sent().refused(error);
      assertThat(back.outcome()).isEqualTo(Outcome.UNSENT);
      assertThat(back.record().topic()).isEqualTo("dead");
      assertThat(back.obstacle())
          .isEqualTo(error.obstacle("utterances") + " (put back for the next --replay)");
    }
  }

  @Test
  void aLetterThatIsTooOldForItsTopicIsWrittenWithTheTimeOfNowAndKeepsTheEvents() {
    Dispatch now = Dispatch.keep(LETTER).refused(RecordError.TIME);
    assertThat(now.outcome()).isEqualTo(Outcome.KEPT);
    assertThat(now.record().timestamp()).isNull();
    assertThat(header(now.record(), DeadLetterHeaders.TIME)).isEqualTo("" + Letters.TIME);
    Letter again = Letters.of("event", Letters.TIME, DeadLetterHeaders.TIME, "7", "trace", "1");
    Dispatch twice = Dispatch.putBack(again, "x").refused(RecordError.TIME);
    assertThat(header(twice.record(), DeadLetterHeaders.TIME))
        .as("the event's own, not the letter's")
        .isEqualTo("7");
    assertThat(twice.record().headers().headers(DeadLetterHeaders.TIME)).hasSize(1);
  }

  @Test
  void aLetterThatIsRefusedWithTheTimeOfNowIsLeftWhereItIs() {
    Dispatch over = Dispatch.keep(LETTER).refused(RecordError.TIME).refused(RecordError.TIME);
    assertThat(over.record()).isNull();
    assertThat(over.obstacle())
        .isEqualTo(
            "whose time is outside of what is taken by the topic dead (left where they are)");
    assertThat(over.outcome()).isEqualTo(Outcome.UNSENT);
  }

  @Test
  void aLetterThatItsTopicDoesNotTakeAgainIsLeftWhereItIs() {
    Dispatch over = Dispatch.putBack(LETTER, "x").refused(RecordError.SIZE);
    assertThat(over.record()).isNull();
    assertThat(over.obstacle()).isEqualTo("too large for the topic dead (left where they are)");
  }

  @Test
  void itsSizeIsThatOfItsRecord() {
    assertThat(sent().size())
        .isEqualTo(
            RecordSize.of("d1".getBytes(UTF_8), "event".getBytes(UTF_8), sent().record().headers()))
        .isGreaterThan("d1".length() + "event".length() + "trace".length());
  }

  @Test
  void theHeadersOfTheLetterItselfStayAsTheyWere() {
    var unused = Dispatch.keep(LETTER).refused(RecordError.TIME);
    assertThat(LETTER.record().headers().lastHeader(DeadLetterHeaders.TIME)).isNull();
  }
}
