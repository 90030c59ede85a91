package io.garam.evaluation.report.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.garam.evaluation.LabelDistribution;
import io.garam.evaluation.Timeline;
import io.garam.evaluation.report.Latencies;
import io.garam.evaluation.report.ReportContent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON report: a measurement as other programs read it, written by {@link
 * io.garam.nlu.io.Json#MAPPER}. The names of the components are the keys; what was not measured is
 * left out.
 *
 * @param evaluation its components are keys beside the others
 * @param mistakes the surest
 * @param labelDistribution {@code count} and {@code labels}
 * @param comparison with another model
 * @param live with what was tagged live
 * @param timeline {@code widthMillis}, {@code bins} and {@code ignored}
 * @param latencies in milliseconds
 * @param threshold the probability below which an answer was unknown, 0 where there was none
 * @param thresholdByLabel the same of single labels, where they had one of their own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JsonReport(
    @JsonUnwrapped @Nullable JsonEvaluation evaluation,
    @Nullable List<JsonMistake> mistakes,
    @Nullable LabelDistribution labelDistribution,
    @Nullable JsonComparison comparison,
    @Nullable JsonComparison live,
    @Nullable Timeline timeline,
    @Nullable Latencies latencies,
    @Nullable Double threshold,
    @Nullable Map<String, Double> thresholdByLabel) {

  public static JsonReport of(ReportContent measurement) {
    Map<String, Double> byLabel = measurement.thresholds().byLabel();
    return new JsonReport(
        measurement.evaluation() == null ? null : JsonEvaluation.of(measurement.evaluation()),
        JsonMistake.of(measurement),
        measurement.labelDistribution(),
        measurement.comparison() == null ? null : JsonComparison.of(measurement.comparison()),
        measurement.live() == null ? null : JsonComparison.of(measurement.live()),
        measurement.timeline(),
        measurement.latencies(),
        measurement.thresholds().general(),
        byLabel.isEmpty() ? null : byLabel);
  }
}
