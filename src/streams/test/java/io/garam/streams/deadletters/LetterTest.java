package io.garam.streams.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.streams.event.SourcePosition;
import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {

  private static Letter from(String partition, String offset) {
    return Letters.of(
        "v",
        0,
        DeadLetterHeaders.TOPIC,
        "utterances",
        DeadLetterHeaders.PARTITION,
        partition,
        DeadLetterHeaders.OFFSET,
        offset);
  }

  private static SourcePosition position(String topic, int partition, long offset) {
    return new SourcePosition(new TopicPartition(topic, partition), offset);
  }

  @Test
  void itSaysWhereItIsAndWhereItsEventCameFrom() {
    Letter letter = Letters.whole("v");
    assertThat(letter.place()).isEqualTo(position("dead", 3, 17));
    assertThat(letter.topic()).contains("utterances");
    assertThat(letter.source()).contains(position("utterances", 1, 42));
    assertThat(letter.code()).contains("no-text");
    assertThat(letter.reason()).contains("why");
    assertThat(letter.isIncomplete()).isFalse();
  }

  @Test
  void aRecordWithoutHeadersSaysNothing() {
    Letter letter = Letters.of("v", -1);
    assertThat(letter.topic()).isEmpty();
    assertThat(letter.source()).isEmpty();
    assertThat(letter.code()).isEmpty();
    assertThat(letter.reason()).isEmpty();
    assertThat(letter.time()).isEmpty();
    assertThat(letter.isIncomplete()).isFalse();
  }

  @Test
  void aHeaderWithoutAValueIsAsNone() {
    assertThat(Letters.of("v", 0, DeadLetterHeaders.TOPIC, null).topic()).isEmpty();
    assertThat(Letters.of("v", 0, DeadLetterHeaders.LEFT_OUT, null).isIncomplete()).isFalse();
  }

  @Test
  void ofSeveralHeadersOfOneNameTheLastCounts() {
    assertThat(
            Letters.of("v", 0, DeadLetterHeaders.TOPIC, "a", DeadLetterHeaders.TOPIC, "b").topic())
        .contains("b");
  }

  @Test
  void theLargestNumbersAreRead() {
    assertThat(from("2147483647", "9223372036854775807").source())
        .contains(position("utterances", Integer.MAX_VALUE, Long.MAX_VALUE));
    assertThat(from("007", "0042").source()).contains(position("utterances", 7, 42));
  }

  @ParameterizedTest
  @CsvSource({
    "2147483648, 0",
    "0, 9223372036854775808",
    "-1, 0",
    "0, -1",
    "+1, 0",
    "one, 0",
    "0, 1e3",
    "0, ' 1'",
    "'', 0",
    "0, 99999999999999999999",
    "١, 0",
  })
  void numbersThatNoOffsetCanBeAreNone(String partition, String offset) {
    assertThat(from(partition, offset).source()).isEmpty();
  }

  @Test
  void aSourceNeedsItsTopicAndBothNumbers() {
    assertThat(
            Letters.of("v", 0, DeadLetterHeaders.PARTITION, "1", DeadLetterHeaders.OFFSET, "2")
                .source())
        .isEmpty();
    assertThat(
            Letters.of("v", 0, DeadLetterHeaders.TOPIC, "t", DeadLetterHeaders.OFFSET, "2")
                .source())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "No-Text", "1a", "-a", "no text", "a\n", "no_text", "가"})
  void whatCannotBeACodeIsNone(String code) {
    assertThat(Letters.of("v", 0, DeadLetterHeaders.REASON, code).code()).isEmpty();
  }

  @Test
  void aCodeHasAtMostFortyCharacters() {
    assertThat(Letters.of("v", 0, DeadLetterHeaders.REASON, "a".repeat(40)).code())
        .contains("a".repeat(40));
    assertThat(Letters.of("v", 0, DeadLetterHeaders.REASON, "a".repeat(41)).code()).isEmpty();
  }

  @Test
  void theEventsOwnTimeGoesBeforeTheLetters() {
    assertThat(Letters.of("v", 5).time()).contains(Instant.ofEpochMilli(5));
    assertThat(Letters.of("v", 0).time()).contains(Instant.EPOCH);
    assertThat(Letters.of("v", 5, DeadLetterHeaders.TIME, "9").time())
        .contains(Instant.ofEpochMilli(9));
    assertThat(Letters.of("v", 5, DeadLetterHeaders.TIME, "nonsense").time())
        .contains(Instant.ofEpochMilli(5));
    assertThat(Letters.of("v", -1, DeadLetterHeaders.TIME, "" + Long.MAX_VALUE).time())
        .contains(Instant.ofEpochMilli(Long.MAX_VALUE));
  }

  /** Letters of versions before the header said so at the end of their reason. */
  @Test
  void whatDidNotFitIsToldByItsHeaderOrAnOldLettersReason() {
    String old = "Too large. " + DeadLetterHeaders.VALUE_LEFT_OUT;
    assertThat(Letters.of("v", 0, DeadLetterHeaders.LEFT_OUT, "headers").isIncomplete()).isTrue();
    assertThat(Letters.of(null, 0, DeadLetterHeaders.MESSAGE, old).isIncomplete()).isTrue();
    assertThat(Letters.of("v", 0, DeadLetterHeaders.MESSAGE, old).isIncomplete())
        .as("the value is there")
        .isFalse();
    assertThat(Letters.of(null, 0, DeadLetterHeaders.MESSAGE, old + " Or not.").isIncomplete())
        .isFalse();
  }
}
