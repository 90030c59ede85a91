package io.garam.app.options;

import io.garam.app.usage.UsageException;
import io.garam.nlu.Thresholds;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flag for thresholds other than the model's own. */
public final class ThresholdOptions {

  @Option(
      names = "--threshold",
      paramLabel = "N|LABEL=N",
      description =
          "Probability, 0 to 1, below which an answer is unknown, in place of the model's own: for"
              + " all labels, or for one, such as request=0.8. Repeatable.")
  private @Nullable List<String> thresholds;

  /**
   * Returns the thresholds that are given, none where the flag is left out.
   *
   * @throws UsageException if one cannot be
   */
  public Thresholds given() {
    return UsageException.unless(() -> Thresholds.parse(joined()));
  }

  /**
   * Returns the thresholds as a setting, null where the flag is left out.
   *
   * @throws UsageException if one cannot be
   */
  @Nullable String setting() {
    return thresholds == null ? null : given().toString();
  }

  private String joined() {
    return thresholds == null ? "" : String.join(",", thresholds);
  }
}
