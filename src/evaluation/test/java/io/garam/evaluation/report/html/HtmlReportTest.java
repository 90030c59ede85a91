package io.garam.evaluation.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.evaluation.Prediction;
import io.garam.evaluation.Timeline;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.EpochFigures;
import io.garam.evaluation.report.Fact;
import io.garam.evaluation.report.ReportContent;
import io.garam.evaluation.report.SampleAnswers;
import io.garam.evaluation.report.SampleMeasurement;
import io.garam.nlu.Intent;
import io.garam.nlu.Thresholds;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

  private static final List<Fact> FACTS = List.of(new Fact("model", "고객 상담 1 (0123456789abcdef)"));
  private static final List<EpochFigures> EPOCHS =
      List.of(new EpochFigures(1, 1.9, 0.71, true, 2), new EpochFigures(2, 0.8, 0.83, true, 2));

  @Test
  void aTrainingReportHasAllSections() {
    String html =
        HtmlReport.ofTraining(
                "상담 1",
                FACTS,
                Evaluation.of(SampleAnswers.of(7, 400)),
                Thresholds.parse("0"),
                EPOCHS)
            .toHtml();

    assertThat(html)
        .startsWith("<!DOCTYPE html>")
        .contains("<h1>상담 1</h1>", "고객 상담 1 (0123456789abcdef)")
        .containsSubsequence(
            "<h2>Figures</h2>",
            "<h2>What was measured</h2>",
            "<h2>Training</h2>",
            "Training loss",
            "kept: epoch 2",
            "<h2>Confusions</h2>",
            "<h2>Labels</h2>",
            "<h2>Reliability</h2>",
            "<h2>Thresholds</h2>",
            "<h2>Surest mistakes</h2>");
  }

  @Test
  void anEvaluationReportHasNoEpochs() {
    assertThat(report(Evaluation.of(SampleAnswers.of(7, 400))))
        .contains("<h2>Figures</h2>", "<h2>Surest mistakes</h2>")
        .doesNotContain("<h2>Training</h2>", "epoch");
  }

  @Test
  void aWholeMeasurementHasItsSectionsInTheOrderOfReading() {
    assertThat(HtmlReport.of("상담 2", "", FACTS, SampleMeasurement.whole()).toHtml())
        .containsSubsequence(
            "<h2>Figures</h2>",
            "<h2>Compared with 상담 1</h2>",
            "<p class=\"verdict\">상담 2 is better",
            "Labels that change",
            "<h2>Compared with what was tagged live</h2>",
            "cannot be told without labels that people gave",
            "<h2>What was measured</h2>",
            "<h2>Labels given</h2>",
            "<h2>Intents over time</h2>",
            "every minute, from 2026-11-25 14:30 to 2026-11-25 15:29",
            "others",
            "<h2>Latency</h2>",
            "1,234 ms",
            "<h2>Confusions</h2>",
            "<h2>Surest mistakes</h2>");
  }

  @Test
  void shortTimesAreWrittenWithSecondsAndASingleBinNotAtAll() {
    Timeline.Builder timeline = new Timeline.Builder();
    timeline.add(0, "주문");
    ReportContent.Builder content =
        new ReportContent.Builder(Thresholds.parse("0"))
            .evaluation(Evaluation.of(SampleAnswers.of(3, 9)));

    assertThat(HtmlReport.of("", "", FACTS, content.timeline(timeline.build()).build()).toHtml())
        .doesNotContain("Intents over time");
    timeline.add(4_000, "주문");
    assertThat(HtmlReport.of("", "", FACTS, content.timeline(timeline.build()).build()).toHtml())
        .contains("every second, from 1970-01-01 00:00:00 to 1970-01-01 00:00:05, in UTC.");
  }

  @Test
  void utterancesThatNobodyLabelledHaveNoFiguresOfAccuracy() {
    assertThat(HtmlReport.of("상담 2", "", FACTS, SampleMeasurement.unlabelled()).toHtml())
        .contains("<h2>Compared with what was tagged live</h2>", "<h2>What was measured</h2>")
        .contains("<h2>Labels given</h2>", "<h2>Intents over time</h2>")
        .doesNotContain("<h2>Figures</h2>", "<h2>Confusions</h2>", "accuracy", "worse", "NaN");
  }

  @Test
  void confusionsHaveThreeExamplesThatDiffer() {
    List<Prediction> predictions =
        Stream.of("a", "b", "b", "c", "d")
            .map(text -> new Prediction(text, "환불", "주문", "주문", 0.9))
            .toList();

    assertThat(report(Evaluation.of(predictions)))
        .contains("<td class=\"text\"><div>a</div><div>b</div><div>c</div></td>");
  }

  @Test
  void textsAndLabelsAreEscapedWhereverTheyStand() {
    String text = "<script>alert('주문')</script>";
    String label = "\"><img src=x onerror=alert(1)>";
    Prediction mistake = new Prediction(text, label, "b&b", "b&b", 0.9);

    String html =
        HtmlReport.of(
                text,
                text,
                List.of(new Fact(label, text)),
                ReportContent.of(Evaluation.of(List.of(mistake)), Thresholds.parse("0")))
            .toHtml();

    assertThat(html)
        .doesNotContain("<script", "<img", "\"><img", "b&b")
        .contains("&lt;script&gt;alert(", "b&amp;b", "&quot;&gt;&lt;img src=x");
  }

  @Test
  void theFileNeedsNothingElse() {
    String html = report(Evaluation.of(SampleAnswers.of(30, 900)));

    assertThat(html.toLowerCase(Locale.ROOT))
        .doesNotContain("http", "<script", "<link", "@import", "src=", "href=", "url(");
  }

  @Test
  void figuresAreThoseOfTheEvaluation() {
    List<Prediction> predictions =
        List.of(
            new Prediction("주문할게요", "주문", "주문", "주문", 0.9),
            new Prediction("환불해 주세요", "환불", "주문", "주문", 0.8),
            new Prediction("되나요", "환불", "환불", "환불", 0.7),
            new Prediction("음", "주문", "주문", "주문", 0.6));

    assertThat(report(Evaluation.of(predictions)))
        .contains("<div class=\"figure\">75.00 %</div>", "<div class=\"figure\">73.33 %</div>")
        .contains("<td class=\"text\">환불해 주세요</td>", "<td class=\"number\">0.8000</td>")
        .contains("환불 → 주문: 50.00 %")
        .doesNotContain("AUROC");
  }

  @Test
  void utterancesOutOfScopeHaveFiguresAndColumnsOfTheirOwn() {
    List<Prediction> predictions =
        List.of(
            new Prediction("주문", "주문", "주문", "주문", 0.9),
            new Prediction("날씨", Intent.UNKNOWN, Intent.UNKNOWN, "주문", 0.3));

    String html =
        HtmlReport.of(
                "상담",
                "",
                FACTS,
                ReportContent.of(Evaluation.of(predictions), Thresholds.parse("0.5")))
            .toHtml();

    assertThat(html)
        .contains("in-scope accuracy", "recall of unknown", "AUROC", "out of scope, answered")
        .contains(
            "<th scope=\"row\">as measured</th><td>0.5000</td><td>50.00 %</td><td>100.00 %</td>"
                + "<td>0.00 %</td><td>100.00 %</td><td>0.00 %</td>")
        .contains(">as measured<");
  }

  @Test
  void manyLabelsHaveATableOfConfusionsInPlaceOfTheMatrix() {
    String html = report(Evaluation.of(SampleAnswers.of(150, 3_000)));

    assertThat(html)
        .doesNotContain("class=\"heat\"")
        .contains("the matrix of 150 labels would fit no page", "class=\"confusions\"", "의도 149")
        .contains("발화 ");
  }

  @Test
  void aModelWithoutMistakesHasAReportToo() {
    List<Prediction> perfect =
        IntStream.range(0, 40)
            .mapToObj(i -> new Prediction("발화", "의도 " + i, "의도 " + i, "의도 " + i, 1))
            .toList();

    assertThat(report(Evaluation.of(perfect)))
        .contains("No label was taken for another.", "No utterance got a wrong label.");
  }

  @Test
  void onePredictionIsEnough() {
    Prediction only = new Prediction("음", "주문", Intent.UNKNOWN, "주문", 0.2);

    assertThat(
            HtmlReport.ofTraining(
                    "한 발화",
                    FACTS,
                    Evaluation.of(List.of(only)),
                    Thresholds.parse("0.5"),
                    EPOCHS.subList(0, 1))
                .toHtml())
        .contains("The model abstained throughout.", "as measured", "kept: epoch 1")
        .doesNotContain("NaN", "Infinity");
  }

  @Test
  void whatIsExplainedUnfoldsBelowItsRow() {
    ReportContent measurement = SampleMeasurement.explained();
    String html = HtmlReport.of("상담", "", FACTS, measurement).toHtml();

    assertThat(html)
        .contains("<details class=\"why\"><summary>Why ", "<svg class=\"explanation\"")
        .contains(
            ": <bdi>&quot;&lt;b&gt;방&lt;/b&gt;&quot;</bdi> +2.5 (without it inform)</summary>")
        .contains("not explained. Its time was up.</p>")
        .contains(", by 상담 1: not explained. Not at hand.</p>", ", by 상담 2: ")
        .doesNotContain("<script", "<b>방");
    assertThat(html.split("<tr class=\"explained\">", -1)).hasSize(1 + 2 + 1);
    assertThat(HtmlReport.of("상담", "", FACTS, SampleMeasurement.whole()).toHtml())
        .doesNotContain("<details", "unfolded");
  }

  private static String report(Evaluation evaluation) {
    return report("상담 1", evaluation).toHtml();
  }

  private static HtmlReport report(String title, Evaluation evaluation) {
    return HtmlReport.of(title, "", FACTS, ReportContent.of(evaluation, Thresholds.parse("0")));
  }
}
