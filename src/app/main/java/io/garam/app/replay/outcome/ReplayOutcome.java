package io.garam.app.replay.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.garam.evaluation.report.Fact;
import io.garam.evaluation.report.ReportContent;
import io.garam.evaluation.report.html.HtmlReport;
import io.garam.evaluation.report.json.JsonReport;
import io.garam.evaluation.report.text.TextReport;
import io.garam.nlu.GaramVersion;
import io.garam.nlu.Intent.ModelReference;
import io.garam.streams.replay.ReplayPlan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of a replay.
 *
 * @param plan what was replayed
 * @param counts what became of its records
 * @param measurement what was found out about the model
 */
public record ReplayOutcome(ReplayPlan plan, ReplayCounts counts, ReportContent measurement) {

  /** The fields of {@code --json}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Json(
      String topic,
      List<ReplayPlan.Stretch> stretches,
      ModelReference model,
      @Nullable ModelReference against,
      @Nullable String outputTopic,
      ReplayCounts counts,
      long gaps,
      @JsonUnwrapped JsonReport report) {}

  /** Returns the outcome for other programs, to be written as JSON. */
  public Object json() {
    return new Json(
        plan.topic(),
        plan.stretches(),
        plan.models().get(0),
        plan.models().size() > 1 ? plan.models().get(1) : null,
        plan.outputTopic(),
        counts,
        counts.gaps(),
        JsonReport.of(measurement));
  }

  /** Returns the outcome for a terminal. */
  public String text() {
    StringBuilder text = new StringBuilder();
    new ReplayFacts(plan, counts)
        .list()
        .forEach(
            fact ->
                text.append(String.format(Locale.ROOT, "%-26s  %s%n", fact.name(), fact.value())));
    return text.append('\n').append(TextReport.of(measurement)).toString();
  }

  /**
   * Returns the outcome for a browser or paper.
   *
   * @param command that led to it
   */
  public HtmlReport html(String command) {
    List<Fact> facts = new ArrayList<>(new ReplayFacts(plan, counts).list());
    facts.add(new Fact("Garam", GaramVersion.current()));
    facts.add(new Fact("replayed", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
    facts.add(new Fact("command", command));
    ModelReference model = plan.models().get(0);
    return HtmlReport.of(
        model.name() + " " + model.version() + " on the topic " + plan.topic(),
        "What the model says of a stretch of the topic's history, tagged again as it would be"
            + " live.",
        facts,
        measurement);
  }
}
