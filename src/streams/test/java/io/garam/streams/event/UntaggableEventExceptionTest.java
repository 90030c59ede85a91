package io.garam.streams.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UntaggableEventExceptionTest {

  @ParameterizedTest
  @CsvSource({"why., why.", "why.., why.", "why...., why.", "why, why", "a..b., a..b."})
  void aReasonThatQuotesASentenceEndsInOneFullStop(String reason, String message) {
    UntaggableEventException exception = new UntaggableEventException(ReasonCode.NO_TEXT, reason);
    assertThat(exception.reason()).isEqualTo(message);
    assertThat(exception).hasMessage(message);
  }

  /** A flood of bad events must stay cheap. */
  @Test
  void itHasNoStackTrace() {
    UntaggableEventException exception = new UntaggableEventException(ReasonCode.NO_TEXT, "why.");
    assertThat(exception.getStackTrace()).isEmpty();
    exception.addSuppressed(new IllegalStateException());
    assertThat(exception.getSuppressed()).isEmpty();
  }

  @Test
  void aTimeThatATopicRefusesIsKeptWithTheSentence() {
    UntaggableEventException refused = UntaggableEventException.timeRefused(0, "intents");
    assertThat(refused)
        .hasMessage(
            "Expected a time that the topic intents takes by its message.timestamp.before.max.ms"
                + " and message.timestamp.after.max.ms, but found 1970-01-01T00:00:00Z.");
    assertThat(refused.time()).isZero();
    assertThat(refused.code()).isEqualTo(ReasonCode.TIME_REFUSED);
  }

  @Test
  void theLastOfAllTimesCanBeSaid() {
    UntaggableEventException tooLate =
        UntaggableEventException.timeTooLate(Long.MAX_VALUE, 253_402_300_799_999L);
    assertThat(tooLate)
        .hasMessage(
            "Expected a time not after 9999-12-31T23:59:59.999Z, but found"
                + " +292278994-08-17T07:12:55.807Z.");
    assertThat(tooLate.time()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void theSameMayBeSaidOfAnotherTime() {
    UntaggableEventException exception = new UntaggableEventException(ReasonCode.NO_TEXT, "why.");
    assertThat(exception.time()).isNull();
    assertThat(exception.at(7L).time()).isEqualTo(7);
    assertThat(exception.at(7L).code()).isEqualTo(ReasonCode.NO_TEXT);
    assertThat(exception.at(7L)).hasMessage("why.");
    assertThat(exception.at(7L).at(null).time()).isNull();
  }

  @Test
  void eachReasonHasACodeOfItsOwnThatStaysTheSame() {
    Set<String> codes = new HashSet<>();
    for (ReasonCode code : ReasonCode.values()) {
      assertThat(code.code()).matches("[a-z0-9]+(-[a-z0-9]+)*");
      assertThat(codes.add(code.code())).isTrue();
    }
    assertThat(codes)
        .contains("not-utf8", "schema-registry", "time-refused", "refused-by-broker", "no-text");
  }
}
