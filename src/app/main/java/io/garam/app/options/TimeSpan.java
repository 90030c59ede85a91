package io.garam.app.options;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how long something takes, such as {@code 90s}, {@code 10m} or {@code 1.5h}. */
public final class TimeSpan implements ITypeConverter<Duration> {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,3})?)([smh])");

  @Override
  public Duration convert(String text) {
    Matcher form = FORM.matcher(text.strip());
    Duration read = form.matches() ? read(form.group(1), form.group(2)) : Duration.ZERO;
    if (read.isZero()) {
      throw new TypeConversionException(
          "expected a time such as 90s, 10m or 1h, but found '" + text + "'");
    }
    return read;
  }

  private static Duration read(String number, String unit) {
    Duration one =
        switch (unit) {
          case "s" -> Duration.ofSeconds(1);
          case "m" -> Duration.ofMinutes(1);
          default -> Duration.ofHours(1);
        };
    return Duration.ofMillis(
        new BigDecimal(number).multiply(BigDecimal.valueOf(one.toMillis())).longValue());
  }
}
