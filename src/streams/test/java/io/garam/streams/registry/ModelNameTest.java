package io.garam.streams.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelNameTest {

  @Test
  void aNameIsReadWithAndWithoutADigest() {
    assertThat(ModelName.parse("shop")).isEqualTo(new ModelName("shop", null)).hasToString("shop");
    assertThat(ModelName.parse("가람-2@0123456789abcdef"))
        .isEqualTo(new ModelName("가람-2", "0123456789abcdef"))
        .hasToString("가람-2@0123456789abcdef");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "a/b",
        "../a",
        "a@",
        "a@0123",
        "a@0123456789ABCDEF",
        "a@b@c",
        "a\nb",
        "..",
        ".hidden"
      })
  void whatIsNoNameIsRefused(String text) {
    assertThatThrownBy(() -> ModelName.parse(text))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("NAME or NAME@DIGEST");
  }

  @Test
  void aFolderIsNoNameInTheRegistry() {
    assertThat(ModelName.inRegistry("models/shop")).isEmpty();
    assertThat(ModelName.inRegistry("topic:shop")).contains(new ModelName("shop", null));
    assertThatThrownBy(() -> ModelName.inRegistry("topic:")).isInstanceOf(GaramException.class);
  }
}
