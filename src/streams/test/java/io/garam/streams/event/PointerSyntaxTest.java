package io.garam.streams.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointerSyntaxTest {

  @Test
  void escapesStandForTildeAndSlash() {
    assertThat(PointerSyntax.compile("/a~0b~1c").getMatchingProperty()).isEqualTo("a~b/c");
    assertThat(PointerSyntax.compile("/~01").getMatchingProperty()).isEqualTo("~1");
    assertThat(PointerSyntax.compile("").matches()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a~", "/a~2b", "/~", "/a~/b", "/~~0"})
  void aTildeThatEscapesNothingIsRefused(String pointer) {
    assertThatThrownBy(() -> PointerSyntax.compile(pointer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("write ~0 for a ~ in a name, and ~1 for a slash");
  }

  @Test
  void aNameIsNoPointer() {
    assertThatThrownBy(() -> PointerSyntax.compile("text"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("begin it with a slash");
  }
}
