package io.garam.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextMaskTest {

  @Test
  void nothingButWhiteSpaceAndPunctuationIsLeft() {
    assertThat(TextMask.MASKED.shown("전화 ①②, Ⅷ ½ नि 🄰 123!")).isEqualTo("•• ••, • • •• • •••!");
    assertThat(TextMask.NONE.shown("a")).isEmpty();
    assertThat(TextMask.FULL.shown("①")).isEqualTo("①");
  }

  @Test
  void aProbabilityConfirmsNoGuess() {
    assertThat(TextMask.MASKED.shown(0.24322188f)).isEqualTo(0.24f);
    assertThat(TextMask.FULL.shown(0.24322188f)).isEqualTo(0.24322188f);
  }
}
