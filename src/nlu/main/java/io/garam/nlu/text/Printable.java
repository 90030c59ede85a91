package io.garam.nlu.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Printable form of text that anybody may have written, as one line of a terminal or a log may show
 * it.
 */
public final class Printable {

  /**
   * Controls (C0, DEL, C1), what turns the writing direction or is not seen, lone surrogates, and
   * breaks of line; but not the two joiners, which Persian is spelt and emoji are composed with.
   */
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\u200c\u200d]]");

  /** Whole runs: a pattern that looks for a break in one takes time quadratic in its length. */
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s++");

  private static final Pattern USER_OF_ADDRESS = Pattern.compile("://[^/\\s]+@");

  private static final int LONGEST_SENTENCE = 4_000;
  private static final int MOST_BYTES_OF_A_CHARACTER = 4;

  private Printable() {}

  /**
   * Returns a text in which nothing commands a terminal or breaks the line: each such character is
   * an escape as in JSON, so that JSON stays the same JSON.
   */
  public static String escape(String text) {
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

  /**
   * Returns the beginning of a text, {@linkplain #escape escaped}.
   *
   * @param longest how many characters are shown at most; an ellipsis stands for the rest
   */
  public static String beginning(String text, int longest) {
    return escape(shortened(text, longest));
  }

  /**
   * Returns the beginning of a text as it is.
   *
   * @param longest how many characters are kept at most; an ellipsis stands for the rest
   */
  public static String shortened(String text, int longest) {
    return text.length() <= longest || text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
  }

  /**
   * Returns the beginning of bytes that should be UTF-8, {@linkplain #escape escaped}.
   *
   * @param bytes of which null is shown as {@code (none)}
   * @param longest how many characters are shown at most; an ellipsis stands for the rest
   */
  public static String beginning(byte @Nullable [] bytes, int longest) {
    if (bytes == null) {
      return "(none)";
    }
    long enough = (longest + 1L) * MOST_BYTES_OF_A_CHARACTER;
    return beginning(new String(bytes, 0, (int) Math.min(bytes.length, enough), UTF_8), longest);
  }

  /** Returns a text of several lines, each {@linkplain #escape escaped}, each with its break. */
  public static String lines(String text) {
    return text.lines().map(line -> escape(line) + System.lineSeparator()).collect(joining());
  }

  /**
   * Returns a text in which the users of addresses are hidden, such as that of {@code
   * https://user:password@host}.
   */
  public static String withoutUsers(String text) {
    return USER_OF_ADDRESS.matcher(text).replaceAll("://(hidden)@");
  }

  /** Returns a sentence as a part of another, without the full stop at its end. */
  public static String clause(String sentence) {
    String text = sentence.strip();
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  /**
   * Returns a sentence that may quote what is not ours: on one line, {@linkplain #escape escaped},
   * and no longer than anybody reads.
   */
  public static String sentence(String sentence) {
    String line =
        WHITE_SPACE
            .matcher(sentence)
            .replaceAll(at -> at.group().matches("[^\r\n]*") ? at.group() : " ");
    return beginning(line, LONGEST_SENTENCE);
  }
}
