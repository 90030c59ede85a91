package io.garam.app.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.CommandRun;
import io.garam.nlu.io.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TagDialogueTest {

  private static final String MODEL = "../../models/korean-dialogue-act";

  private final InputStream standardInput = System.in;

  @AfterEach
  void restoreStandardInput() {
    System.setIn(standardInput);
  }

  private static List<String> acts(CommandRun run) {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.lines().stream().map(line -> line.substring(0, line.indexOf(' '))).toList();
  }

  private static String event(String dialogue, String speaker, String text) {
    return "{\"dialogueId\":\"%s\",\"speaker\":\"%s\",\"text\":\"%s\"}"
        .formatted(dialogue, speaker, text);
  }

  private static List<String> tagged(String... events) throws IOException {
    System.setIn(
        new ByteArrayInputStream(String.join("\n", events).getBytes(StandardCharsets.UTF_8)));
    CommandRun run = CommandRun.of("tag", "--model", MODEL, "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<String> acts = new ArrayList<>();
    for (String line : run.lines()) {
      acts.add(Json.MAPPER.readTree(line).at("/intent/label").asText());
    }
    return acts;
  }

  @Test
  void theSameShortTextHasAnotherActAfterAnotherTurn() {
    CommandRun run =
        CommandRun.of(
            "tag",
            "--model",
            MODEL,
            "--dialogue",
            "user: 방 하나 예약해 주세요.",
            "system: 네.",
            "system: 몇 분이 묵으시나요?",
            "user: 두 명이요.",
            "system: 두 명 맞으시죠?",
            "user: 네.");

    assertThat(acts(run))
        .containsExactly("request", "promise", "wh-question", "response", "ask-confirm", "affirm");
    assertThat(run.lines().get(1)).endsWith("  네.");
  }

  @Test
  void eventsAreJudgedAlongTheirDialoguesHoweverTheyAreMixed() throws IOException {
    assertThat(
            tagged(
                event("a", "user", "방 하나 예약해 주세요."),
                event("b", "system", "두 명 맞으시죠?"),
                event("a", "system", "네."),
                event("b", "user", "네.")))
        .containsExactly("request", "ask-confirm", "promise", "affirm");
  }

  @Test
  void anEndIsPassedOnAndItsDialogueBeginsAnew() throws IOException {
    String request = event("a", "user", "방 하나 예약해 주세요.");
    String yes = event("a", "system", "네.");
    List<String> acts = tagged(request, "{\"dialogueId\":\"a\",\"end\":true}", yes);

    assertThat(acts).hasSize(3);
    assertThat(acts.get(1)).as("an event that says nothing has no intent").isEmpty();
    assertThat(acts.get(2)).isEqualTo(tagged(yes).get(0)).isNotEqualTo("promise");
  }

  @Test
  void textsStandAloneUnlessTheyAreSaidToBeADialogue() {
    CommandRun alone = CommandRun.of("tag", "--model", MODEL, "네.", "네.");

    assertThat(alone.exitCode()).as(alone.err()).isZero();
    assertThat(alone.lines().get(0)).isEqualTo(alone.lines().get(1));
  }

  @Test
  void aModelWithoutMemoryCannotFollowADialogue() {
    CommandRun run =
        CommandRun.of("tag", "--model", "../../models/korean-intention", "--dialogue", "네");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("Expected a model that follows dialogues for --dialogue");
  }
}
