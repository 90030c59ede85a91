package io.garam.app.options;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Number converters: how flags that take a number read it, and what they say where there is none.
 */
public final class Numbers {

  private Numbers() {}

  /** Has a command and its subcommands read numbers so. */
  public static CommandLine readBy(CommandLine command) {
    Converter<Integer> whole =
        new Converter<>(Integer::valueOf, "a whole number up to " + Integer.MAX_VALUE);
    Converter<Long> large =
        new Converter<>(Long::valueOf, "a whole number up to " + Long.MAX_VALUE);
    return command
        .registerConverter(int.class, whole)
        .registerConverter(Integer.class, whole)
        .registerConverter(long.class, large)
        .registerConverter(Long.class, large)
        .registerConverter(Double.class, new Converter<>(Double::valueOf, "a number such as 0.5"));
  }

  /**
   * A class and no lambda: picocli's interface is of a class-file version so old that JDK 17 ends
   * in a crash where it archives a lambda of it for class-data sharing.
   */
  private record Converter<N>(Function<String, N> parse, String number)
      implements ITypeConverter<N> {

    @Override
    public N convert(String text) {
      try {
        return parse.apply(text);
      } catch (NumberFormatException e) {
        throw new TypeConversionException("expected " + number + ", but found '" + text + "'");
      }
    }
  }
}
