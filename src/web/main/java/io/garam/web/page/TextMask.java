package io.garam.web.page;

import java.util.Locale;

/** How much of what people say the page shows, as {@code garam.page.texts} has it. */
enum TextMask {
  FULL,
  MASKED,
  NONE;

  private static final int BULLET = '•';

  static TextMask of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Returns what is shown of a text: letters and digits are bullets where texts are masked. */
  String shown(String text) {
    return switch (this) {
      case FULL -> text;
      case NONE -> "";
      case MASKED ->
          text.codePoints()
              .map(letter -> Character.isLetterOrDigit(letter) ? BULLET : letter)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
    };
  }

  /** Returns the name that the setting has. */
  String setting() {
    return name().toLowerCase(Locale.ROOT);
  }
}
