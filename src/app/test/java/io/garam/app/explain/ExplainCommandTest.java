package io.garam.app.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.CommandRun;
import io.garam.nlu.io.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExplainCommandTest {

  private static final String ALONE = "../../models/korean-intention";
  private static final String FOLLOWING = "../../models/korean-dialogue-act";

  @TempDir private Path folder;

  private static CommandRun explain(String model, String... more) {
    List<String> arguments = new ArrayList<>(List.of("explain", "--model", model));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private static JsonNode json(CommandRun run) throws IOException {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return Json.MAPPER.readTree(run.out());
  }

  @Test
  void theLabelIsThatOfTag() throws IOException {
    JsonNode explained = json(explain(ALONE, "--json", "내일 비 오면 우산 챙겨 줘"));
    JsonNode tagged = json(CommandRun.of("tag", "--model", ALONE, "--json", "내일 비 오면 우산 챙겨 줘"));

    assertThat(explained.get("intent")).isEqualTo(tagged.get("intent"));
    assertThat(explained.get("tokens")).hasSize(6);
    assertThat(explained.at("/tokens/5/part").asText()).isEqualTo("줘");
    assertThat(explained.at("/tokens/5/onLabel").doubleValue()).isPositive();
    assertThat(explained.at("/layers/0/directions/0/gates/0/openings/0")).hasSize(32);
  }

  @Test
  void ofADialogueTheLastUtteranceIsExplained() throws IOException {
    JsonNode explained =
        json(explain(FOLLOWING, "--json", "--dialogue", "system: 두 명이요?", "user: 네."));

    assertThat(explained.get("text").asText()).isEqualTo("네.");
    assertThat(explained.at("/earlier/0/part").asText()).isEqualTo("두 명이요?");
    assertThat(explained.at("/intent/dialogue/utterance").intValue()).isEqualTo(2);
  }

  @Test
  void thePageAndThePictureAreWritten() {
    Path page = folder.resolve("why.html");
    Path picture = folder.resolve("why.svg");
    CommandRun run =
        explain(
            ALONE, "--html", page.toString(), "--picture", picture.toString(), "--gates", "그건 좀");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("Report written to " + page, "Picture written to " + picture);
    assertThat(page).content(UTF_8).contains("Why &quot;그건 좀&quot;", "<svg", "update gate");
    assertThat(picture).content(UTF_8).startsWith("<svg").contains("Characters: GRU of 64 units");
    assertThat(run.out()).contains("\"그건 좀\"", "| character", "Gates over the characters");
  }

  @Test
  void gatesAreThoseThatAreAskedFor() {
    assertThat(explain(ALONE, "그건 좀").out()).contains("| token").doesNotContain("Gates", "update");
    assertThat(explain(ALONE, "--gates=reset", "그건 좀").out())
        .contains("\"그건 좀\"", "| → reset")
        .doesNotContain("update");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 |  | Expected a text to explain, but found none",
        "2 | a;b | Expected one text, but found 2",
        "1 | ' ' | but found a blank one",
        "1 | --dialogue;a | Expected a model that follows dialogues for --dialogue",
        "2 | a;--topic;t | found both; leave one out",
        "2 | a;--gates=nonsense | Expected --gates to be followed by = and some of forget, input",
        "2 | --topic;t | Expected --topic, --partition and --offset together",
        "2 | --topic;t;--partition;-1;--offset;0 | partition",
        "1 | a;--html;/no/such/why.html | Expected --html to name a file in a folder that exists",
        "1 | a;--picture;/ | Expected --picture to name a file, but / is a folder",
        "2 | --topic;t;--partition;0;--offset;0 | Expected a broker",
      })
  void whatCannotBeExplainedIsSaidInASentence(int code, String arguments, String sentence) {
    CommandRun run = explain(ALONE, arguments == null ? new String[0] : arguments.split(";"));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(code);
    assertThat(run.err()).contains(sentence);
    assertThat(run.out()).isEmpty();
  }
}
