package io.garam.app.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bytes that anybody may have written, as a terminal may be shown them. */
final class Printable {

  /** Controls, what turns the writing direction, lone surrogates, and breaks of line. */
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private Printable() {}

  /**
   * Returns the beginning of a text.
   *
   * @param longest how many characters are shown at most; an ellipsis stands for the rest
   */
  static String beginning(byte @Nullable [] bytes, int longest) {
    if (bytes == null) {
      return "(none)";
    }
    String text = new String(bytes, UTF_8);
    if (text.codePointCount(0, text.length()) <= longest) {
      return escape(text);
    }
    return escape(text.substring(0, text.offsetByCodePoints(0, longest))) + "…";
  }

  /**
   * Returns a text in which nothing commands a terminal: each such character is an escape as in
   * JSON, so that JSON stays the same JSON.
   */
  static String escape(String text) {
    return UNSAFE
        .matcher(text)
        .replaceAll(
            at -> {
              StringBuilder escaped = new StringBuilder();
              at.group()
                  .chars()
                  .forEach(unit -> escaped.append(String.format(Locale.ROOT, "\\\\u%04x", unit)));
              return escaped.toString();
            });
  }
}
