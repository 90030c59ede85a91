package io.garam.app.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import io.garam.app.usage.UsageException;
import org.junit.jupiter.api.Test;

final class PointersTest {

  @Test
  void aPointerGoesFromFieldToField() {
    JsonPointer pointer = Pointers.of("gold", "/annotations/0/a~1b");

    assertThat(pointer.getMatchingProperty()).isEqualTo("annotations");
    assertThat(pointer.tail().getMatchingIndex()).isZero();
    assertThat(pointer.last().getMatchingProperty()).isEqualTo("a/b");
  }

  @Test
  void noPointerIsTheWholeEvent() {
    assertThat(Pointers.of("text-pointer", "")).isEqualTo(JsonPointer.empty());
  }

  @Test
  void aNameWithoutASlashIsRefusedWithTheFlagThatHasIt() {
    assertThatThrownBy(() -> Pointers.of("gold", "label"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Expected a JSON pointer such as /text for --gold, but found \"label\"; begin it with a"
                + " slash.");
  }

  @Test
  void aTildeThatEscapesNothingIsRefused() {
    assertThatThrownBy(() -> Pointers.of("text-pointer", "/a~2b"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Expected a JSON pointer such as /text for --text-pointer, but found \"/a~2b\"; write"
                + " ~0 for a ~ in a name, and ~1 for a slash.");
  }
}
