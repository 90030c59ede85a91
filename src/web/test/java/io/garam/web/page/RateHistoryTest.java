package io.garam.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.nlu.Intent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.io.Json;
import io.garam.streams.event.ReasonCode;
import io.garam.streams.statistics.TaggingCounter;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateHistoryTest {

  private final RateHistory rates = new RateHistory();
  private final TaggingCounter counter = new TaggingCounter();

  private void tag(String label, double confidence, long latency) {
    rates.tagged(
        new Intent(label, (float) confidence, List.of(), new ModelReference("m", "1", "d"), null),
        latency);
  }

  private JsonNode json() {
    return Json.MAPPER.valueToTree(rates.json());
  }

  @Test
  void eachStepHasWhatHappenedInIt() {
    rates.endStep(20_000, counter.counts(), Double.NaN);
    tag("request", 1, 10);
    tag("request", 0.97, 30);
    tag("unknown", 0.12, -5);
    counter.deadLetter(ReasonCode.NO_TEXT);
    counter.batch(6, 1_000);
    counter.batch(2, 1_000);
    rates.endStep(30_000, counter.counts(), 7);

    JsonNode json = json();
    assertThat(json.get("from").longValue()).isEqualTo(10_000);
    assertThat(json.get("stepMs").longValue()).isEqualTo(10_000);
    assertThat(json.get("events").toString()).isEqualTo("[0,3]");
    assertThat(json.get("unknown").toString()).isEqualTo("[0,1]");
    assertThat(json.get("deadLetters").toString()).isEqualTo("[0,1]");
    assertThat(json.at("/intents/request").toString()).isEqualTo("[0,2]");
    assertThat(json.get("batchSize").toString()).isEqualTo("[null,4.0]");
    assertThat(json.get("lag").toString()).isEqualTo("[null,7]");
    assertThat(json.get("latencyP50Ms").toString()).isEqualTo("[null,10.0]");
    assertThat(json.get("latencyP99Ms").toString()).isEqualTo("[null,30.0]");
    assertThat(json.get("confidence")).hasSize(20);
    assertThat(json.get("confidence").get(19).intValue()).isEqualTo(2);
    assertThat(json.get("confidence").get(2).intValue()).isEqualTo(1);
  }

  /** What the first ten seconds counted was taken for what had been before them. */
  @Test
  void theFirstStepHasWhatTheTaggerHasCountedSinceItsStart() {
    counter.deadLetter(ReasonCode.NO_TEXT);
    counter.batch(6, 1_000);
    rates.endStep(20_000, counter.counts(), Double.NaN);

    assertThat(json().get("deadLetters").toString()).isEqualTo("[1]");
    assertThat(json().get("batchSize").toString()).isEqualTo("[6.0]");
  }

  @Test
  void anHourIsKept() {
    for (int step = 1; step <= 400; step++) {
      tag("a" + step, 0.5, 1);
      rates.endStep(step * 10_000L, counter.counts(), 0);
    }

    JsonNode json = json();
    assertThat(json.get("events")).hasSize(360);
    assertThat(json.get("from").longValue()).isEqualTo(400_000);
    assertThat(json.get("intents")).hasSize(360);
    assertThat(json.get("confidence").get(10).intValue()).isEqualTo(360);
  }
}
