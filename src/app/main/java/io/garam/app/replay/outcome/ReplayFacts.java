package io.garam.app.replay.outcome;

import io.garam.evaluation.NumberFormats;
import io.garam.evaluation.report.Fact;
import io.garam.streams.replay.ReplayPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Facts of a replay: what was replayed, and what became of its records, a line each.
 *
 * @param plan what was replayed
 * @param counts what became of its records
 */
record ReplayFacts(ReplayPlan plan, ReplayCounts counts) {

  /** Returns the facts, in the order of a report. */
  List<Fact> list() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("topic", plan.topic()));
    facts.add(new Fact("offsets", stretches()));
    if (counts.firstTime() != null) {
      facts.add(new Fact("times", counts.firstTime() + " to " + counts.lastTime()));
    }
    facts.add(new Fact("model", plan.models().get(0).toString()));
    if (plan.threshold() != null) {
      facts.add(new Fact("threshold", plan.threshold() + ", in place of the model's own"));
    }
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
    for (ReplayCounts.Reason reason : counts.reasons()) {
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
