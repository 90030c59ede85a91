package io.garam.app.models;

import io.garam.app.options.TimeSpan;
import io.garam.app.usage.UsageException;
import io.garam.streams.registry.Canary;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags of an activation for a share of the keys first. */
final class CanaryOptions {

  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,2})?)%");
  private static final int FOR_MINUTES = 10;
  private static final int AT_LEAST = 100;

  @Option(
      names = "--canary",
      paramLabel = "PERCENT",
      description =
          "Let it answer this share of the keys only, such as 10%%, while the active model answers"
              + " the others. A dialogue stays with one model.")
  private @Nullable String canary;

  @Option(
      names = "--require",
      paramLabel = "CONDITIONS",
      description = {
        "With --canary: watch it, and make it active for all keys if the conditions hold for the time"
            + " of --for; otherwise take it back, with exit code 3. Separated by commas:",
        "agreement>=0.95 with the active model,",
        "unknown<=20%%, the share of answers,",
        "deadLetters<=0.01, the share of events,",
        "latency<=200ms, within which 99 of 100 are tagged."
      })
  private @Nullable String require;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = TimeSpan.class,
      description = "How long the conditions must hold, such as 90s, 10m or 1h (default: 10m).")
  private @Nullable Duration time;

  @Option(
      names = "--at-least",
      paramLabel = "EVENTS",
      description =
          "How many answers of the canary a judgement needs; with fewer it is taken back"
              + " (default: 100).")
  private @Nullable Integer atLeast;

  boolean isGiven() {
    return canary != null;
  }

  /** Returns the share in percent. */
  double percent() {
    String text = share();
    Matcher form = PERCENT.matcher(text);
    double percent = form.matches() ? Double.parseDouble(form.group(1)) : 0;
    if (percent < Canary.LEAST_PERCENT || percent > Canary.MOST_PERCENT) {
      throw new UsageException(
          "--canary expects a share of the keys such as 10%, from 0.01% to 99.99%, but found '"
              + text
              + "'.");
    }
    return percent;
  }

  /** Returns the share as it was given. */
  String share() {
    return String.valueOf(canary).strip();
  }

  @Nullable String require() {
    return require;
  }

  /**
   * Returns what must hold.
   *
   * @throws UsageException if it is not understood
   */
  List<Condition> conditions() {
    String text = require;
    return text == null ? List.of() : UsageException.unless(() -> Condition.parse(text));
  }

  Duration time() {
    return time == null ? Duration.ofMinutes(FOR_MINUTES) : time;
  }

  int atLeast() {
    return atLeast == null ? AT_LEAST : atLeast;
  }

  /**
   * Requires that flags go together.
   *
   * @throws UsageException if they do not
   */
  void check() {
    if (canary == null && (require != null || time != null || atLeast != null)) {
      throw new UsageException(
          "--require, --for and --at-least go with --canary, which says what share of the keys tries"
              + " the model.");
    }
    if (require == null && (time != null || atLeast != null)) {
      throw new UsageException("--for and --at-least go with --require, the conditions to hold.");
    }
    if (atLeast != null && atLeast < 1) {
      throw new UsageException("--at-least expects 1 or more, but found " + atLeast + ".");
    }
    if (canary != null && percent() > 0) {
      var unused = conditions();
    }
  }
}
