package io.garam.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.garam.evaluation.Evaluation;
import io.garam.evaluation.Prediction;
import io.garam.nlu.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {

  @Test
  void figuresAreFractionsAndNotRounded() throws JsonProcessingException {
    Evaluation evaluation =
        Evaluation.of(
            List.of(
                new Prediction("주문", "주문", 1),
                new Prediction("주문", "주문", 1),
                new Prediction("환불", "주문", 1)));

    String json = Json.MAPPER.writeValueAsString(JsonReport.of(evaluation));

    assertThat(Json.MAPPER.readTree(json))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {
                  "accuracy": 0.6666666666666666,
                  "macroF1": 0.4,
                  "count": 3,
                  "expectedCalibrationError": 0.3333333333333333,
                  "classes": [
                    {"label": "주문", "precision": 0.6666666666666666, "recall": 1.0, "f1": 0.8,
                     "support": 2},
                    {"label": "환불", "precision": 0.0, "recall": 0.0, "f1": 0.0, "support": 1}
                  ],
                  "confusionMatrix": {"labels": ["주문", "환불"], "counts": [[2, 0], [1, 0]]}
                }
                """));
  }
}
