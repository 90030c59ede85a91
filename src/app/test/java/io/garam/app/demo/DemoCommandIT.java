package io.garam.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.CommandRun;
import io.garam.nlu.io.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DemoCommandIT {

  private static final String MODEL = "../../models/korean-dialogue-act";

  @Test
  void theLogIsAsLargeAsItClaims() {
    List<ChatMessage> log = ChatLog.read();
    assertThat(log.size() - ChatLog.broken()).isGreaterThanOrEqualTo(300);
    assertThat(log.stream().map(ChatMessage::key).distinct().count()).isGreaterThanOrEqualTo(30);
  }

  @Test
  void whatIsBrokenComesWhileItsDialogueIsUnderWay() {
    List<ChatMessage> log = ChatLog.read();
    List<Integer> broken =
        IntStream.range(0, log.size())
            .filter(i -> !log.get(i).value().contains("utteranceId"))
            .boxed()
            .toList();
    assertThat(broken).hasSize(ChatLog.broken());
    for (int i : broken) {
      String dialogue = log.get(i).key();
      assertThat(log.subList(0, i)).anyMatch(message -> message.key().equals(dialogue));
      assertThat(log.subList(i + 1, log.size()))
          .anyMatch(message -> message.key().equals(dialogue));
    }
  }

  @Test
  void everyUtteranceIsShownWithItsIntentInTheOrderOfItsDialogue() throws Exception {
    CommandRun demo = CommandRun.of("demo", "--model", MODEL, "--rate", "2000", "--json");
    assertThat(demo.exitCode()).as(demo.err()).isZero();
    assertThat(demo.lines()).hasSize(ChatLog.read().size() - ChatLog.broken());
    Map<String, String> last = new HashMap<>();
    for (String line : demo.lines()) {
      JsonNode event = Json.MAPPER.readTree(line);
      assertThat(event.at("/intent/label").asText()).isNotBlank();
      String utterance = event.path("utteranceId").asText();
      String before = last.put(event.path("dialogueId").asText(), utterance);
      assertThat(before == null || before.compareTo(utterance) < 0).as(utterance).isTrue();
    }
    assertThat(demo.err()).contains(demo.lines().size() + " utterances tagged", "2 dead letters");
  }

  @Test
  void peopleSeeTextsIntentsAndReasons() {
    CommandRun demo = CommandRun.of("demo", "--model", MODEL, "--rate", "2000");
    assertThat(demo.exitCode()).as(demo.err()).isZero();
    assertThat(demo.out())
        .contains("d-001", "(dead letter)", "Expected the text at /text", "2 dead letters")
        .contains("The same words, by what was said before them:");
  }

  @Test
  void theSameShortAnswerHasOtherActsAfterOtherTurns() throws Exception {
    CommandRun demo = CommandRun.of("demo", "--model", MODEL, "--rate", "2000", "--json");
    Set<String> acts = new TreeSet<>();
    for (String line : demo.lines()) {
      JsonNode event = Json.MAPPER.readTree(line);
      if (event.path("text").asText().equals("네.")) {
        acts.add(event.at("/intent/label").asText());
      }
    }
    assertThat(acts).contains("opening", "promise", "affirm", "ack");
  }
}
