package io.garam.evaluation.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.garam.evaluation.Prediction;
import io.garam.evaluation.metrics.Evaluation;
import io.garam.evaluation.report.ReportContent;
import io.garam.evaluation.report.SampleMeasurement;
import io.garam.nlu.Thresholds;
import io.garam.nlu.io.Json;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonReportTest {

  @Test
  void figuresAreFractionsAndNotRounded() throws JsonProcessingException {
    Evaluation evaluation =
        Evaluation.of(
            List.of(
                new Prediction("", "주문", "주문", "주문", 1),
                new Prediction("", "주문", "주문", "주문", 1),
                new Prediction("", "환불", "주문", "주문", 1)));

    String json =
        Json.MAPPER.writeValueAsString(
            JsonReport.of(ReportContent.of(evaluation, Thresholds.parse("0"))));

    ObjectNode report = (ObjectNode) Json.MAPPER.readTree(json);
    assertThat(report.remove("reliability"))
        .hasSize(15)
        .endsWith(
            Json.MAPPER.readTree(
                """
                {"from": 0.9333333333333333, "to": 1.0, "count": 3, "confidence": 1.0,
                 "accuracy": 0.6666666666666666}
                """));
    assertThat(report)
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {
                  "threshold": 0.0,
                  "accuracy": 0.6666666666666666,
                  "macroF1": 0.4,
                  "count": 3,
                  "mistakes": [
                    {"text": "", "gold": "환불", "predicted": "주문", "confidence": 1.0}
                  ],
                  "expectedCalibrationError": 0.3333333333333333,
                  "adaptiveCalibrationError": 0.3333333333333333,
                  "inScopeAccuracy": null,
                  "unknownRecall": null,
                  "auroc": null,
                  "classes": [
                    {"label": "주문", "precision": 0.6666666666666666, "recall": 1.0, "f1": 0.8,
                     "support": 2},
                    {"label": "환불", "precision": 0.0, "recall": 0.0, "f1": 0.0, "support": 1}
                  ],
                  "confusionMatrix": {"labels": ["주문", "환불"], "counts": [[2, 0], [1, 0]]},
                  "coverage": [
                    {"threshold": 1.0, "coverage": 1.0, "accuracy": 0.6666666666666666}
                  ]
                }
                """));
  }

  @Test
  void utterancesOutOfScopeHaveFiguresOfTheirOwn() {
    Evaluation evaluation =
        Evaluation.of(
            List.of(
                new Prediction("", "주문", "주문", "주문", 0.9),
                new Prediction("", "환불", "주문", "주문", 0.6),
                new Prediction("", "unknown", "unknown", "주문", 0.7)));

    JsonNode report =
        Json.MAPPER.valueToTree(JsonReport.of(ReportContent.of(evaluation, Thresholds.parse("0"))));

    assertThat(report.get("inScopeAccuracy").doubleValue()).isEqualTo(0.5);
    assertThat(report.get("unknownRecall").doubleValue()).isEqualTo(1);
    assertThat(report.get("auroc").doubleValue()).isEqualTo(0.5);
  }

  @Test
  void aComparisonHasCountsProbabilityAndBothFigures() {
    JsonNode report = Json.MAPPER.valueToTree(JsonReport.of(SampleMeasurement.whole()));

    JsonNode comparison = report.get("comparison");
    assertThat(comparison.get("second").textValue()).isEqualTo("상담 2");
    assertThat(comparison.get("count").intValue()).isEqualTo(500);
    assertThat(comparison.get("secondAccuracy")).isEqualTo(report.get("accuracy"));
    assertThat(comparison.get("firstEvaluation").has("macroF1")).isTrue();
    assertThat(comparison.get("p").doubleValue()).isBetween(0.0, 0.05);
    assertThat(comparison.get("changes").get(0).get("examples").get(0).has("gold")).isTrue();
    assertThat(report.get("live").has("p")).as("nothing is scored").isFalse();
    assertThat(report.get("latencies").get("p99").doubleValue()).isEqualTo(21);
    assertThat(report.get("timeline").get("bins")).hasSize(59);
  }

  @Test
  void mistakesAndChangesSayWhatMovedTheAnswer() {
    JsonNode report = Json.MAPPER.valueToTree(JsonReport.of(SampleMeasurement.explained()));

    assertThat(report.get("mistakes")).hasSize(25);
    JsonNode first = report.at("/mistakes/0/explanation");
    assertThat(first.at("/label/label").textValue()).isEqualTo("request");
    assertThat(first.at("/runnerUp/label").textValue()).isEqualTo("inform");
    assertThat(first.get("tokens"))
        .extracting(token -> token.get("part").textValue())
        .as("without the first nothing is left")
        .containsExactly("주세요", "<b>방</b>");
    assertThat(first.at("/tokens/1/onLabel").doubleValue()).isEqualTo(2.5);
    assertThat(first.has("missing")).isFalse();
    assertThat(report.at("/mistakes/1/explanation").size()).isOne();
    assertThat(report.at("/mistakes/1/explanation/missing").textValue())
        .isEqualTo("Its time was up.");
    assertThat(report.get("mistakes").get(2).has("explanation")).isFalse();
    JsonNode change = report.at("/comparison/explanations/0");
    assertThat(report.at("/comparison/explanations")).hasSize(1);
    assertThat(change.get("from")).isEqualTo(report.at("/comparison/changes/0/from"));
    assertThat(change.get("text")).isEqualTo(report.at("/comparison/changes/0/examples/0/text"));
    assertThat(change.at("/first/missing").textValue()).isEqualTo("Not at hand.");
    assertThat(change.at("/second/label/label").textValue()).isEqualTo("request");
  }

  @Test
  void withoutGoldThereAreNoFiguresOfAccuracy() {
    JsonNode report = Json.MAPPER.valueToTree(JsonReport.of(SampleMeasurement.unlabelled()));

    assertThat(report.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("labelDistribution", "live", "timeline", "threshold");
    assertThat(report.get("labelDistribution").get("count").intValue()).isEqualTo(500);
  }

  @Test
  void aLongCurveIsThinned() {
    List<Prediction> predictions =
        IntStream.range(0, 5_000)
            .mapToObj(i -> new Prediction("", "주문", "주문", "주문", i / 5_000.0))
            .toList();

    JsonNode coverage =
        Json.MAPPER
            .valueToTree(
                JsonReport.of(ReportContent.of(Evaluation.of(predictions), Thresholds.parse("0"))))
            .get("coverage");

    assertThat(coverage).hasSize(100);
    assertThat(coverage.get(0).get("threshold").doubleValue()).isEqualTo(4_999 / 5_000.0);
    assertThat(coverage.get(99).get("coverage").doubleValue()).isEqualTo(1);
  }
}
