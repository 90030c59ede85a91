package io.garam.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.nlu.text.Printable;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether arguments came as they were written. The Java machine decodes them by the locale before
 * anybody can see them: in one without UTF-8, what is not ASCII is already something else.
 */
final class ArgumentEncoding {

  private static final char REPLACEMENT = '\ufffd';
  private static final int LONGEST_QUOTE = 60;

  private ArgumentEncoding() {}

  /**
   * Returns what is wrong with the arguments, one sentence; null if nothing is.
   *
   * @param encoding by which the Java machine decoded them
   */
  static @Nullable String fault(List<String> arguments, String encoding) {
    boolean utf8 = isUtf8(encoding);
    return arguments.stream()
        .filter(argument -> argument.chars().anyMatch(c -> c == REPLACEMENT || (!utf8 && c > 127)))
        .findFirst()
        .map(argument -> utf8 ? notUtf8(argument) : notUnderstood(argument, encoding))
        .orElse(null);
  }

  private static String notUtf8(String argument) {
    return "Expected arguments in UTF-8, but "
        + quote(argument)
        + " holds other bytes; set the terminal to UTF-8, or give texts on standard input.";
  }

  private static String notUnderstood(String argument, String encoding) {
    return "Expected a locale of UTF-8 that is installed, in which arguments of any language arrive,"
        + " but Java takes them as "
        + encoding
        + " and read "
        + quote(argument)
        + "; start with scripts/garam, or set LC_ALL to one that `locale -a` lists, such as C.UTF-8.";
  }

  private static String quote(String argument) {
    return '"' + Printable.beginning(argument, LONGEST_QUOTE) + '"';
  }

  private static boolean isUtf8(String encoding) {
    return Charset.isSupported(encoding) && Charset.forName(encoding).equals(UTF_8);
  }
}
