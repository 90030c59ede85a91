package io.garam.app.usage;

import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** How flags that take a number read it, and what they say where there is none. */
public final class Numbers {

  private Numbers() {}

  /** Has a command and its subcommands read numbers so. */
  public static CommandLine readBy(CommandLine command) {
    return command
        .registerConverter(int.class, Numbers::whole)
        .registerConverter(Integer.class, Numbers::whole)
        .registerConverter(
            Long.class,
            text -> {
              try {
                return Long.valueOf(text);
              } catch (NumberFormatException e) {
                throw expected("a whole number of at most 18 digits", text);
              }
            })
        .registerConverter(
            Double.class,
            text -> {
              try {
                return Double.valueOf(text);
              } catch (NumberFormatException e) {
                throw expected("a number such as 0.5", text);
              }
            });
  }

  private static Integer whole(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw expected("a whole number of at most 9 digits", text);
    }
  }

  private static TypeConversionException expected(String number, String found) {
    return new TypeConversionException("expected " + number + ", but found '" + found + "'");
  }
}
