package io.garam.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.nlu.text.Printable;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gold label: what people wrote where a label belongs, judged by one rule wherever they wrote it:
 * in a column, in JSON, in an event or in a topic of corrections. A label is text in Unicode's
 * composed form (NFC) without white space, controls and invisible characters at its ends; an
 * integer is its decimal text, a list of one its element; what is blank, null or an empty list is
 * none. Control characters and line breaks inside a label, more than {@value #MOST_CHARACTERS}
 * characters, other numbers, truth values, objects and longer lists are refused.
 *
 * @param text the label; null where there is none or it is refused
 * @param fault what was found in place of a label, as a sentence would name it; null where nothing
 *     is wrong
 */
public record GoldLabel(@Nullable String text, @Nullable String fault) {

  /** Nobody gave a label. */
  public static final GoldLabel NONE = new GoldLabel(null, null);

  /** What is longer is a text; composing it would take long where it is made to. */
  public static final int MOST_CHARACTERS = 1_000;

  /** What would command a terminal, or turn its writing direction. */
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private static final int LONGEST_QUOTE = 60;

  /** Judges a label that is text. */
  public static GoldLabel of(String written) {
    int start = 0;
    int end = written.length();
    while (start < end && isInvisible(written.codePointAt(start))) {
      start += Character.charCount(written.codePointAt(start));
    }
    while (start < end && isInvisible(written.codePointBefore(end))) {
      end -= Character.charCount(written.codePointBefore(end));
    }
    if (start == end) {
      return NONE;
    }
    if (end - start > MOST_CHARACTERS) {
      return new GoldLabel(null, "a text of " + (end - start) + " characters");
    }
    String label = Normalizer.normalize(written.substring(start, end), Normalizer.Form.NFC);
    return label
        .codePoints()
        .filter(GoldLabel::isControl)
        .mapToObj(control -> refused("a label with the control character U+%04X in it", control))
        .findFirst()
        .orElseGet(() -> new GoldLabel(label, null));
  }

  /**
   * Judges a label that is JSON.
   *
   * @param value a missing node where there is nothing
   */
  public static GoldLabel of(JsonNode value) {
    JsonNode one = value.isArray() && value.size() == 1 ? value.get(0) : value;
    if (one.isTextual()) {
      return of(one.textValue());
    }
    if (one.isIntegralNumber()) {
      return of(one.bigIntegerValue().toString());
    }
    if (one.isMissingNode() || one.isNull() || (one.isArray() && one.isEmpty())) {
      return NONE;
    }
    String json = UNSAFE.matcher(one.toString()).replaceAll("?");
    return new GoldLabel(
        null,
        (one.isArray() ? one.size() + " labels, " : "the value ")
            + (json.length() <= LONGEST_QUOTE
                ? json
                : Printable.shortened(json, LONGEST_QUOTE / 2)));
  }

  private static GoldLabel refused(String fault, int codePoint) {
    return new GoldLabel(null, String.format(Locale.ROOT, fault, codePoint));
  }

  private static boolean isInvisible(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.FORMAT;
  }

  private static boolean isControl(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
