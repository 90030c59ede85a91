package io.garam.app.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.CommandRun;
import io.garam.nlu.io.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TagCommandTest {

  private static final String MODEL = "../../models/korean-intention";

  private final InputStream standardInput = System.in;

  @AfterEach
  void restoreStandardInput() {
    System.setIn(standardInput);
  }

  @Test
  void argumentsComeBackWithLabelConfidenceAndText() {
    CommandRun run = CommandRun.of("tag", "--model", MODEL, "내일 일정 알려줘", "몇 시야");
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).hasSize(2);
    assertThat(run.lines().get(0)).matches("[a-z-]+ +[01]\\.\\d{3}  내일 일정 알려줘");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void jsonHasTheShapeOfTheTopic() throws Exception {
    CommandRun run = tagInput("내일 일정 알려줘\n", "--json");
    assertThat(run.lines()).hasSize(1);
    JsonNode tagged = Json.MAPPER.readTree(run.out());
    assertThat(names(tagged)).containsExactly("text", "intent");
    assertThat(tagged.path("text").asText()).isEqualTo("내일 일정 알려줘");
    JsonNode intent = tagged.path("intent");
    assertThat(names(intent)).containsExactly("label", "confidence", "alternatives", "model");
    assertThat(intent.path("confidence").asDouble()).isBetween(0.0, 1.0);
    assertThat(intent.path("alternatives")).hasSize(3);
    assertThat(names(intent.path("alternatives").get(0))).containsExactly("label", "confidence");
    assertThat(names(intent.path("model"))).containsExactly("name", "version", "digest");
  }

  @Test
  void belowAThresholdThatIsGivenTheAnswerIsUnknown() throws Exception {
    JsonNode usual = intent(tagInput("내일 일정 알려줘\n", "--json"));
    String label = usual.path("label").asText();
    JsonNode unknown = intent(tagInput("내일 일정 알려줘\n", "--json", "--threshold", label + "=1"));
    assertThat(unknown.path("label").asText()).isEqualTo("unknown");
    assertThat(unknown.path("confidence")).isEqualTo(usual.path("confidence"));
    assertThat(unknown.path("model")).isEqualTo(usual.path("model"));
    assertThat(intent(tagInput("내일 일정 알려줘\n", "--json", "--threshold", "0"))).isEqualTo(usual);
    CommandRun wrong = tagInput("x\n", "--threshold", "no-such=0.5");
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.err()).contains("Expected a threshold for a label of the model");
  }

  private static JsonNode intent(CommandRun run) throws Exception {
    return Json.MAPPER.readTree(run.out()).path("intent");
  }

  @Test
  void everyLineOfStandardInputHasARowAlsoABlankOne() {
    CommandRun run = tagInput("네\n\n \n{ 중괄호가 뒤에 와도 텍스트\n");
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).hasSize(4);
    assertThat(run.lines().get(1)).matches("\\(blank\\) +-");
    assertThat(run.lines().get(2)).matches("\\(blank\\) +-");
    assertThat(run.lines().get(3)).endsWith("  { 중괄호가 뒤에 와도 텍스트");
  }

  @Test
  void theFirstLineThatIsNotBlankDecidesWhetherAllAreEvents() {
    CommandRun run = tagInput("\n{\"text\":\"네\"}\n", "--json");
    assertThat(run.lines()).hasSize(2);
    assertThat(run.lines().get(0)).isEqualTo("{\"line\":1,\"intent\":null}");
    assertThat(run.lines().get(1)).startsWith("{\"text\":\"네\",\"intent\":{");
  }

  @Test
  void aByteOrderMarkBeforeJsonLinesIsTakenOff() {
    CommandRun run = tagInput("\uFEFF{\"text\":\"네\"}\n", "--json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("{\"text\":\"네\",\"intent\":{");
  }

  @Test
  void bytesThatAreNotUtf8AreNotTagged() {
    CommandRun run = tagInput("네\n응\n좋아\n".getBytes(Charset.forName("EUC-KR")));
    assertThat(run.exitCode()).isOne();
    assertThat(run.lines()).hasSize(3).allMatch(row -> row.matches("\\(failed\\) +-  .*"));
    assertThat(run.err()).contains("Text 2 was not tagged. Expected UTF-8", "at offset 3 of");
  }

  @Test
  void aLineBreakAndAnEscapeSequenceDoNotBreakTheRow() {
    CommandRun table = tagInput("{\"text\":\"네\\n\\u001b[2J응\"}\n");
    assertThat(table.lines()).singleElement().asString().endsWith("  네\\u000a\\u001b[2J응");
    CommandRun json = tagInput("{\"text\":\"네\u202e\",\t\"a\":1}\n", "--json");
    assertThat(json.out()).startsWith("{\"text\":\"네\\u202e\", \"a\":1,\"intent\":{");
  }

  @Test
  void tsvHasFourFieldsInEveryRow() {
    CommandRun run = tagInput("{\"text\":\"네\\t\\\\\"}\n\n{\"text\":1}\n", "--tsv");
    assertThat(run.exitCode()).isOne();
    assertThat(run.lines()).hasSize(3).allMatch(row -> row.split("\t", -1).length == 4);
    assertThat(run.lines().get(0)).matches("[a-z-]+\t[01]\\.\\d{6}\t네\\\\t\\\\\\\\\t");
    assertThat(run.lines().get(1)).isEqualTo("\t\t\t");
    assertThat(run.lines().get(2)).startsWith("\t\t{\"text\":1}\tExpected a string at /text");
  }

  @Test
  void jsonAndTsvAtOnceAreWrongUsage() {
    assertThat(tagInput("네\n", "--json", "--tsv").exitCode()).isEqualTo(2);
  }

  @Test
  void moreLinesThanABatchComeBackInOrder() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 2500; i++) {
      texts.add("문장 " + i);
    }
    CommandRun run = tagInput(String.join("\n", texts));
    assertThat(run.lines()).hasSize(2500);
    for (int i = 0; i < 2500; i++) {
      assertThat(run.lines().get(i)).endsWith("  문장 " + i);
    }
  }

  @Test
  void jsonLinesKeepAllTheirFields() {
    CommandRun run = tagInput("{\"id\": 1.50, \"text\": \"네\", \"b\":null}\n", "--json");
    assertThat(run.out())
        .startsWith("{\"id\": 1.50, \"text\": \"네\", \"b\":null,\"intent\":{\"label\":");
  }

  @Test
  void aPointerFindsTheTextElsewhere() {
    CommandRun run = tagInput("{\"m\":{\"body\":\"네\"}}\n", "--text-pointer", "/m/body");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).endsWith("  네" + System.lineSeparator());
  }

  @Test
  void aPointerThatIsNoneIsOneSentence() {
    CommandRun run = CommandRun.of("tag", "--model", MODEL, "--text-pointer", "text", "네");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--text-pointer", "slash").doesNotContain("\tat ");
  }

  @Test
  void aBrokenLineIsNamedTheOthersAreTaggedAndTheCommandFails() {
    CommandRun run = tagInput("{\"text\":\"네\"}\n{\"text\":\n{\"text\":\"응\"}\n", "--json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.lines()).hasSize(3);
    assertThat(run.lines().get(1)).startsWith("{\"line\":2,\"intent\":null,\"error\":\"Expected");
    assertThat(run.lines().get(2)).startsWith("{\"text\":\"응\",\"intent\":{");
    assertThat(run.err()).contains("Text 2 was not tagged");
  }

  @Test
  void aBlankArgumentIsRefused() {
    CommandRun run = CommandRun.of("tag", "--model", MODEL, " ", "네");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.lines()).hasSize(2);
    assertThat(run.lines().get(0)).startsWith("(failed)");
    assertThat(run.err()).contains("Text 1 was not tagged");
  }

  @Test
  void noInputIsNoOutput() {
    CommandRun run = tagInput("");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEmpty();
  }

  private static CommandRun tagInput(String input, String... arguments) {
    return tagInput(input.getBytes(StandardCharsets.UTF_8), arguments);
  }

  private static CommandRun tagInput(byte[] input, String... arguments) {
    System.setIn(new ByteArrayInputStream(input));
    List<String> all = new ArrayList<>(List.of("tag", "--model", MODEL));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
