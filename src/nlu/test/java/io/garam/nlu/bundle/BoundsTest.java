package io.garam.nlu.bundle;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BoundsTest {

  private static final Bounds BOUNDS = new Bounds(Path.of("m", "model.json"));

  private static void allows(ThrowingCallable check) {
    assertThatCode(check).doesNotThrowAnyException();
  }

  private static void refuses(ThrowingCallable check, String expected, String found) {
    assertThatThrownBy(check)
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected "
                + expected
                + " in "
                + Path.of("m", "model.json")
                + ", but found "
                + found
                + "; copy the model again or train it anew.");
  }

  @Test
  void aNumberMayBeEitherEndOfItsRangeAndNothingBeyond() {
    allows(() -> BOUNDS.number("buckets", 1, 1, 9));
    allows(() -> BOUNDS.number("buckets", 9, 1, 9));
    refuses(() -> BOUNDS.number("buckets", 0, 1, 9), "buckets from 1 to 9", "0");
    refuses(() -> BOUNDS.number("buckets", 10, 1, 9), "buckets from 1 to 9", "10");
  }

  @Test
  void theSmallestPositiveNumberIsOne() {
    allows(() -> BOUNDS.positive("temperature", Double.MIN_VALUE));
    allows(() -> BOUNDS.positive("temperature", Double.MAX_VALUE));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotAboveZeroOrNotFiniteIsRefused(double found) {
    refuses(
        () -> BOUNDS.positive("temperature", found),
        "a finite temperature above 0",
        String.valueOf(found));
  }

  @Test
  void namesDifferAndNoneIsAName() {
    allows(() -> BOUNDS.names("labels", List.of("a", "A", "가")));
    allows(() -> BOUNDS.names("labels", List.of()));
    refuses(() -> BOUNDS.names("labels", List.of("a", "b", "a")), "distinct labels", "\"a\" twice");
  }

  @Test
  void aNameIsSeenHasAnEndAndCommandsNoTerminal() {
    String rule = "labels of 1 to 200 characters, none of them a control character";

    allows(() -> BOUNDS.name("labels", "예약 요청"));
    allows(() -> BOUNDS.name("labels", "a".repeat(200)));
    refuses(() -> BOUNDS.name("labels", ""), rule, "\"\"");
    refuses(() -> BOUNDS.name("labels", " "), rule, "\" \"");
    refuses(() -> BOUNDS.name("labels", "a".repeat(201)), rule, "\"" + "a".repeat(200) + "…\"");
    refuses(() -> BOUNDS.name("labels", "a\u001b[2J"), rule, "\"a\\u001b[2J\"");
    refuses(() -> BOUNDS.name("labels", "a\u202eb"), rule, "\"a\\u202eb\"");
  }
}
