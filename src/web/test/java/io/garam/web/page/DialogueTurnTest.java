package io.garam.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.nlu.Intent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Utterance;
import io.garam.nlu.io.Json;
import io.garam.streams.RunningModel;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.recent.RecentDialogue.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DialogueTurnTest {

  private static final int SIGNIFICANT = 4;

  private static Said said(String speaker, String text) {
    return new Said(
        "intents-0@1",
        1,
        new Utterance(text, "", speaker),
        new Intent("affirm", 0.98765f, List.of(), new ModelReference("m", "1", "d"), null));
  }

  private static List<String> numbers(TextMask mask) {
    GaramConfig config =
        GaramConfig.of(
            Map.of(
                "bootstrap.servers",
                "localhost:1",
                GaramConfig.MODEL,
                "../../models/korean-dialogue-act"));
    try (RunningModel model = RunningModel.load(config)) {
      JsonNode turns =
          Json.MAPPER.valueToTree(
              DialogueTurn.of(
                  List.of(said("system", "두 명이요?"), said("user", "네."), said("system", "감사합니다.")),
                  model,
                  mask));
      List<String> numbers = new ArrayList<>();
      for (JsonNode turn : turns) {
        turn.elements()
            .forEachRemaining(
                value -> {
                  if (value.isFloatingPointNumber()) {
                    numbers.add(value.asText());
                  }
                });
      }
      return numbers;
    }
  }

  /** How far a turn moved the state had all its digits, by which a guess could be confirmed. */
  @Test
  void noNumberOfATextThatIsNotShownHasMoreThanTwoDigits() {
    assertThat(numbers(TextMask.FULL))
        .hasSize(6)
        .allSatisfy(number -> assertThat(number).hasSizeGreaterThan("0.".length() + SIGNIFICANT));
    for (TextMask mask : List.of(TextMask.MASKED, TextMask.NONE)) {
      assertThat(numbers(mask))
          .hasSize(6)
          .allSatisfy(number -> assertThat(number).matches("[01]\\.\\d{1,2}"));
    }
  }
}
