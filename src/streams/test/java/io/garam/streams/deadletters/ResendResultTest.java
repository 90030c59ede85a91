package io.garam.streams.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.garam.streams.deadletters.ResendResult.Unsent;
import io.garam.streams.limits.RecordError;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResendResultTest {

  private static final Letter LETTER = Letters.whole("event");

  private final ResendResult result = new ResendResult();

  private static Dispatch sent(String topic) {
    return Dispatch.send(LETTER, LETTER.record(), LETTER.time(), topic);
  }

  @Test
  void nothingIsCountedBeforeAnythingIsDone() {
    assertThat(result.sentCount()).isZero();
    assertThat(result.keptCount()).isZero();
    assertThat(result.unsentCount()).isZero();
  }

  @Test
  void eventsAreCountedByTheTopicThatTheyWentTo() {
    result.add(sent("b"));
    result.add(sent("a"));
    result.add(sent("b"));
    assertThat(result.sent()).containsExactly(entry("a", 1L), entry("b", 2L));
    assertThat(result.sentCount()).isEqualTo(3);
  }

  @Test
  void whatWasNotSentIsCountedByReasonWithTheFirstOfEach() {
    Letter later = Letters.of("v", 0);
    result.add(Dispatch.passOver(LETTER, "x"));
    result.add(Dispatch.passOver(later, "x"));
    result.add(Dispatch.putBack(LETTER, "x"));
    assertThat(result.unsent())
        .containsOnly(
            entry("x (left where they are)", new Unsent(2, LETTER.place())),
            entry("x (put back for the next --replay)", new Unsent(1, LETTER.place())));
    assertThat(result.unsentCount()).isEqualTo(3);
    assertThat(result.sentCount()).isZero();
  }

  @Test
  void aLetterThatIsWrittenAnewWasNotSent() {
    result.add(Dispatch.keep(LETTER));
    result.add(Dispatch.keep(LETTER).refused(RecordError.TIME));
    assertThat(result.keptCount()).isEqualTo(2);
    assertThat(result.sent()).isEmpty();
    assertThat(result.unsent()).isEmpty();
  }

  @Test
  void aRequestWithoutReasonsAsksForAllAndOneWithReasonsForTheirsAlone() {
    assertThat(new ResendRequest(null, Set.of(), Set.of()).asksFor(Letters.of("v", 0))).isTrue();
    ResendRequest noText = new ResendRequest(null, Set.of(), Set.of("no-text", "not-json"));
    assertThat(noText.asksFor(LETTER)).isTrue();
    assertThat(noText.asksFor(Letters.of("v", 0))).as("a letter without a code").isFalse();
    assertThat(noText.asksFor(Letters.of("v", 0, DeadLetterHeaders.REASON, "blank-text")))
        .isFalse();
  }
}
