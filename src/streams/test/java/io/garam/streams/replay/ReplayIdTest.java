package io.garam.streams.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayIdTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "7", "2026-11-25_b.1", "-", "against", "a-against-b", "a-Against"})
  void lettersDigitsDotsDashesAndUnderscoresMakeAnId(String id) {
    assertThat(ReplayId.isPossible(id)).isTrue();
    assertThatCode(() -> ReplayId.requirePossible(id)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a/b", "a:b", "주문", "é", "a\n", "a\u0000"})
  void anythingElseCannotBePartOfATopicsName(String id) {
    assertThat(ReplayId.isPossible(id)).isFalse();
    assertThatThrownBy(() -> ReplayId.requirePossible(id))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected an id of at most 180 letters, digits, dots, dashes and underscores, but found"
                + " \""
                + id
                + "\"; name the replay otherwise with --id.");
  }

  @Test
  void ofTheLongestIdTheLongestNameIsATopicsStill() {
    String longest = "x".repeat(180);
    assertThat(ReplayId.isPossible(longest)).isTrue();
    assertThat(ReplayId.isPossible(longest + "x")).isFalse();
    assertThat(new ReplayNames(longest).topics()).allMatch(name -> name.length() <= 249);
  }

  @Test
  void anIdThatEndsAsASecondPassDoesIsRefusedWithTheReason() {
    assertThat(ReplayId.isPossible("a-against")).isFalse();
    assertThatThrownBy(() -> ReplayId.requirePossible("a-against"))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected an id that does not end in \"-against\", which the second pass of another"
                + " replay has, but found \"a-against\"; name the replay otherwise with --id.");
  }
}
