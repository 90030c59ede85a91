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

  /** Returns what is shown of a text: of a masked one bullets, white space and punctuation. */
  String shown(String text) {
    return switch (this) {
      case FULL -> text;
      case NONE -> "";
      case MASKED ->
          text.codePoints()
              .map(letter -> isShown(letter) ? letter : BULLET)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
    };
  }

  private static boolean isShown(int character) {
    return switch (Character.getType(character)) {
      case Character.SPACE_SEPARATOR,
          Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /**
   * Returns a number that was worked out of a text as it is shown: to two digits where more would
   * confirm a guessed text.
   */
  float shown(float number) {
    return this == FULL ? number : Math.round(number * 100) / 100f;
  }

  /** Returns the name that the setting has. */
  String setting() {
    return name().toLowerCase(Locale.ROOT);
  }
}
