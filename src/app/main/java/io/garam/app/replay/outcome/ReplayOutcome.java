package io.garam.app.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.garam.evaluation.NumberFormats;
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
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of a replay.
 *
 * @param plan what was replayed
 * @param counts what became of its records
 * @param measurement what was found out about the model
 */
record ReplayOutcome(ReplayPlan plan, Counts counts, ReportContent measurement) {

  /**
   * What became of records.
   *
   * @param offsets that were gone through
   * @param answers utterances that were tagged
   * @param passedOn records without an utterance, such as tombstones, passed on as they are
   * @param deadLetters records that could not be tagged
   * @param reasons why not, the most frequent first
   * @param labelled utterances with a label that people gave
   * @param labelsUnknownToModel those of them that the model does not know, each an error
   * @param firstTime of the oldest utterance, ISO 8601; null where there is none
   * @param lastTime of the newest utterance
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Counts(
      long offsets,
      int answers,
      int passedOn,
      int deadLetters,
      List<Reason> reasons,
      int labelled,
      Map<String, Integer> labelsUnknownToModel,
      @Nullable String firstTime,
      @Nullable String lastTime) {

    /** Returns how many offsets had no record: compacted, deleted, or marks of transactions. */
    public long gaps() {
      return offsets - answers - passedOn - deadLetters;
    }
  }

  /**
   * Why records could not be tagged.
   *
   * @param code of the reason
   * @param reason in one sentence, that of one of the records
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reason(@Nullable String code, String reason, long count) {}

  /** The outcome for other programs. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Json(
      String topic,
      List<ReplayPlan.Stretch> stretches,
      ModelReference model,
      @Nullable ModelReference against,
      @Nullable String outputTopic,
      Counts counts,
      long gaps,
      @JsonUnwrapped JsonReport report) {}

  Json json() {
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
  String text() {
    StringBuilder text = new StringBuilder();
    facts()
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
  HtmlReport html(String command) {
    List<Fact> facts = new ArrayList<>(facts());
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

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("topic", plan.topic()));
    facts.add(new Fact("offsets", stretches()));
    if (counts.firstTime() != null) {
      facts.add(new Fact("times", counts.firstTime() + " to " + counts.lastTime()));
    }
    facts.add(new Fact("model", plan.models().get(0).toString()));
    if (plan.models().size() > 1) {
      facts.add(new Fact("against", plan.models().get(1).toString()));
    }
    facts.add(new Fact("utterances tagged", NumberFormats.count(counts.answers())));
    facts.add(
        new Fact(
            "of them labelled",
            NumberFormats.count(counts.labelled())
                + (counts.labelsUnknownToModel().isEmpty() ? "" : ", " + unseenLabels())));
    facts.add(new Fact("passed on without an utterance", NumberFormats.count(counts.passedOn())));
    facts.add(new Fact("dead letters", NumberFormats.count(counts.deadLetters())));
    for (Reason reason : counts.reasons()) {
      facts.add(
          new Fact(
              "  " + (reason.code() == null ? "without a code" : reason.code()),
              NumberFormats.count(reason.count()) + ": " + reason.reason()));
    }
    facts.add(
        new Fact(
            "offsets without a record",
            NumberFormats.count(counts.gaps())
                + (counts.gaps() == 0 ? "" : " (gaps and transaction marks)")));
    if (plan.outputTopic() != null) {
      facts.add(new Fact("tagged events kept in", plan.outputTopic()));
    }
    return facts;
  }

  private String stretches() {
    return plan.stretches().stream()
        .map(
            stretch ->
                stretch.partition()
                    + ": "
                    + (stretch.from() == stretch.to()
                        ? "none"
                        : stretch.from() + " to " + (stretch.to() - 1)))
        .collect(Collectors.joining(", ", "partition ", ""));
  }

  private String unseenLabels() {
    int utterances = counts.labelsUnknownToModel().values().stream().mapToInt(i -> i).sum();
    return NumberFormats.count(utterances)
        + " with a label that the model does not know and so an error: "
        + String.join(", ", counts.labelsUnknownToModel().keySet());
  }
}
