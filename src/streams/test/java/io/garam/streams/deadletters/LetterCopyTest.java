package io.garam.streams.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

/** Letters that are written anew, and how many of them share a transaction. */
class LetterCopyTest {

  private static String[] times(ProducerRecord<?, ?> record) {
    return StreamSupport.stream(
            record.headers().headers(DeadLetterHeaders.TIME).spliterator(), false)
        .map(header -> new String(header.value(), UTF_8))
        .toArray(String[]::new);
  }

  @Test
  void aCopyGoesWhereTheLetterIsWithAllThatItHas() {
    ProducerRecord<byte[], byte[]> copy = LetterCopy.of(Letters.whole("event"));
    assertThat(copy.topic()).isEqualTo("dead");
    assertThat(copy.partition()).isEqualTo(3);
    assertThat(copy.timestamp()).isEqualTo(Letters.TIME);
    assertThat(copy.key()).asString(UTF_8).isEqualTo("d1");
    assertThat(copy.value()).asString(UTF_8).isEqualTo("event");
    assertThat(copy.headers()).isEqualTo(Letters.whole("event").record().headers());
    assertThat(LetterCopy.of(Letters.of(null, 0)).value()).isNull();
    assertThat(LetterCopy.of(Letters.of(null, 0)).timestamp()).isZero();
  }

  @Test
  void whatIsWrittenIntoACopyDoesNotChangeTheLetter() {
    Letter letter = Letters.whole("event");
    LetterCopy.of(letter).headers().add("more", new byte[0]);
    LetterCopy.now(letter).headers().remove("trace");
    assertThat(letter.record().headers()).isEqualTo(Letters.whole("event").record().headers());
  }

  @Test
  void aCopyOfNowKeepsTheEventsTimeInAHeader() {
    ProducerRecord<byte[], byte[]> copy = LetterCopy.now(Letters.whole("event"));
    assertThat(copy.timestamp()).isNull();
    assertThat(times(copy)).containsExactly("1700000000000");
    assertThat(copy.headers()).extracting(Header::key).startsWith("trace");
  }

  @Test
  void anEventsTimeThatIsInAHeaderAlreadyStaysAndIsThereOnce() {
    Letter letter =
        Letters.of("v", 5, DeadLetterHeaders.TIME, "1", "a", "b", DeadLetterHeaders.TIME, "42");
    assertThat(times(LetterCopy.now(letter))).containsExactly("42");
    assertThat(times(LetterCopy.of(letter))).containsExactly("1", "42");
  }

  @Test
  void whereNoTimeIsKnownNoneIsMadeUp() {
    assertThat(LetterCopy.now(Letters.of("v", -1)).headers()).isEmpty();
    assertThat(times(LetterCopy.now(Letters.of("v", 7, DeadLetterHeaders.TIME, "soon"))))
        .containsExactly("7");
  }

  @Test
  void fiveHundredLettersAreABatchHoweverSmall() {
    LetterBatch batch = new LetterBatch();
    assertThat(batch.isEmpty()).isTrue();
    for (int i = 0; i < 499; i++) {
      batch.add(Dispatch.passOver(Letters.whole("v"), "no"));
    }
    assertThat(batch.isEmpty()).isFalse();
    assertThat(batch.isFull()).isFalse();
    batch.add(Dispatch.keep(Letters.whole("v")));
    assertThat(batch.isFull()).isTrue();
    assertThat(batch.dispatches())
        .hasSize(500)
        .last()
        .extracting(Dispatch::outcome)
        .isEqualTo(Dispatch.Outcome.KEPT);
  }

  @Test
  void fourMebibytesAreABatchHoweverFew() {
    LetterBatch batch = new LetterBatch();
    Dispatch quarter = Dispatch.keep(Letters.of("v".repeat(1 << 20), 0));
    for (int i = 0; i < 3; i++) {
      batch.add(quarter);
    }
    assertThat(batch.isFull()).isFalse();
    batch.add(Dispatch.passOver(Letters.of("v".repeat(1 << 20), 0), "no"));
    assertThat(batch.isFull()).as("what is not written takes no room").isFalse();
    batch.add(quarter);
    assertThat(batch.isFull()).isTrue();
  }

  @Test
  void aBatchThatIsClearedHasAllItsRoomAgain() {
    LetterBatch batch = new LetterBatch();
    batch.add(Dispatch.keep(Letters.of("v".repeat(5 << 20), 0)));
    assertThat(batch.isFull()).isTrue();
    batch.clear();
    assertThat(batch.isEmpty()).isTrue();
    assertThat(batch.isFull()).isFalse();
    assertThat(batch.dispatches()).isEmpty();
  }
}
