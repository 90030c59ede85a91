package io.garam.evaluation.report.html;

import io.garam.evaluation.Prediction;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.AnswerExplanation;
import io.garam.evaluation.report.EpochFigures;
import io.garam.evaluation.report.Fact;
import io.garam.evaluation.report.ReportContent;
import io.garam.nlu.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * HTML report as people read it in a browser or on paper: one HTML file that needs no other and no
 * network, and holds no script.
 *
 * @param title what the report is about
 * @param lead a sentence below the title
 * @param sections in the order of reading
 */
public record HtmlReport(String title, String lead, List<Section> sections) {

  public HtmlReport {
    sections = List.copyOf(sections);
  }

  /**
   * Reports a measurement. What was not measured has no section.
   *
   * @param facts what was measured
   */
  public static HtmlReport of(
      String title, String lead, List<Fact> facts, ReportContent measurement) {
    List<Section> sections = new ArrayList<>();
    Evaluation evaluation = measurement.evaluation();
    if (evaluation != null) {
      sections.add(FiguresSection.of(evaluation));
    }
    if (measurement.comparison() != null) {
      sections.add(ComparisonSection.of(measurement.comparison(), evaluation));
    }
    if (measurement.live() != null) {
      sections.add(ComparisonSection.of(measurement.live(), evaluation));
    }
    sections.add(FactsSection.of(facts));
    if (measurement.labelDistribution() != null) {
      sections.add(LabelDistributionSection.of(measurement.labelDistribution()));
    }
    if (measurement.timeline() != null) {
      TimelineSection.of(measurement.timeline()).ifPresent(sections::add);
    }
    if (measurement.latencies() != null) {
      sections.add(LatencySection.of(measurement.latencies()));
    }
    if (evaluation != null) {
      sections.addAll(details(evaluation, measurement.explanations(), measurement.thresholds()));
    }
    return new HtmlReport(title, lead, sections);
  }

  /**
   * Reports a training, and the evaluation of what came of it on the validation corpus.
   *
   * @param facts how the model was made
   * @param thresholds in effect, a general one among them
   * @param epochs at least one
   */
  public static HtmlReport ofTraining(
      String title,
      List<Fact> facts,
      Evaluation evaluation,
      Thresholds thresholds,
      List<EpochFigures> epochs) {
    List<Section> sections = new ArrayList<>();
    sections.add(FiguresSection.of(evaluation));
    sections.add(FactsSection.of(facts));
    sections.add(EpochsSection.of(epochs));
    sections.addAll(details(evaluation, Map.of(), thresholds));
    return new HtmlReport(
        title,
        "How the model was trained, and how well it does on the validation corpus. The best epoch,"
            + " the temperature and the threshold were chosen on the same utterances: expect a"
            + " little less on others.",
        sections);
  }

  private static List<Section> details(
      Evaluation evaluation,
      Map<Prediction, AnswerExplanation> explanations,
      Thresholds thresholds) {
    return List.of(
        ConfusionsSection.of(evaluation),
        LabelsSection.of(evaluation.classes()),
        ReliabilitySection.of(evaluation),
        ThresholdsSection.of(evaluation, thresholds),
        MistakesSection.of(evaluation, explanations));
  }

  /** Returns the page. */
  public String toHtml() {
    return new HtmlPage(title, lead, sections).text();
  }
}
