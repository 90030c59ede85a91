package io.garam.app.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.CommandRun;
import io.garam.nlu.GaramException;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.nlu.io.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Corpora are labelled by the model itself, so that these tests hold for any model. */
final class EvaluateCommandTest {

  /** Maven runs tests in the folder of their module. */
  private static final Path MODEL = Path.of("../../models/korean-intention");

  private static final List<String> TEXTS =
      List.of("불 좀 꺼 줘", "내일 비 와?", "어제 영화 봤어", "회의", "지금 몇 시야", "창문 열어");

  private static final List<String> ANSWERS = new ArrayList<>();

  @TempDir private Path folder;

  @BeforeAll
  static void classify() {
    try (IntentClassifier classifier = IntentClassifier.load(MODEL)) {
      classifier.classify(TEXTS).forEach(intent -> ANSWERS.add(intent.label()));
    }
  }

  @Test
  void aModelAgreesWithItself() throws IOException {
    Output output = evaluate(corpus(6, 1), "--json");

    JsonNode report = Json.MAPPER.readTree(output.out());
    assertThat(report.get("accuracy").doubleValue()).isEqualTo(1);
    assertThat(report.get("macroF1").doubleValue()).isEqualTo(1);
    assertThat(report.get("count").intValue()).isEqualTo(6);
    assertThat(output.err()).isEmpty();
  }

  @Test
  void labelsThatTheModelNeverLearnedAreNamedAndCountAsErrors() throws IOException {
    Output output = evaluate(corpus(4, 1), "--json");

    JsonNode report = Json.MAPPER.readTree(output.out());
    assertThat(report.get("accuracy").doubleValue()).isEqualTo(4 / 6.0);
    assertThat(output.err())
        .isEqualToIgnoringNewLines(
            "Warning: 2 of 6 utterances have a label that the model korean-intention 1 never learned and"
                + " count as errors: 날씨 물어보기.");
  }

  @Test
  void everyUtteranceMeetsItsOwnLabelOverManyBatches() throws IOException {
    Output output = evaluate(corpus(6, 1_500), "--json");

    JsonNode report = Json.MAPPER.readTree(output.out());
    assertThat(report.get("count").intValue()).isEqualTo(9_000);
    assertThat(report.get("accuracy").doubleValue()).isEqualTo(1);
  }

  @Test
  void withoutJsonTheReportIsForPeople() throws IOException {
    assertThat(evaluate(corpus(6, 1)).out())
        .startsWith("utterances                  6\naccuracy                    1.0000\n")
        .contains("| gold \\ predicted");
  }

  @Test
  void aThresholdThatIsGivenIsInEffectAndSaid() throws IOException {
    Path report = folder.resolve("report.html");
    Path corpus = corpus(6, 1);
    JsonNode without = Json.MAPPER.readTree(evaluate(corpus, "--json").out());
    assertThat(without.get("threshold").doubleValue()).isZero();
    assertThat(without.has("thresholdByLabel")).isFalse();

    String label = ANSWERS.get(0);
    Output output =
        evaluate(
            corpus,
            "--json",
            "--threshold",
            "1",
            "--threshold",
            label + "=0",
            "--report",
            report.toString());

    JsonNode json = Json.MAPPER.readTree(output.out());
    assertThat(json.get("threshold").doubleValue()).isEqualTo(1);
    assertThat(json.get("thresholdByLabel").get(label).doubleValue()).isZero();
    long answered = ANSWERS.stream().filter(label::equals).count();
    assertThat(json.get("accuracy").doubleValue()).isEqualTo(answered / 6.0);
    String given = "1.0, " + label + "=0.0";
    assertThat(Files.readString(report))
        .contains(given + " as asked for; the model&#x27;s own: none")
        .contains("as measured</th><td>" + given + "</td>");
    assertThat(evaluate(corpus, "--threshold", "0.5").out())
        .startsWith("threshold                   0.5\nutterances ");
  }

  @Test
  void aReportIsWrittenBesideTheFigures() throws IOException {
    Path report = folder.resolve("보고서.html");

    Output output = evaluate(corpus(4, 1), "--json", "--report", report.toString());

    assertThat(output.err()).contains("Report written to " + report);
    assertThat(Json.MAPPER.readTree(output.out()).get("count").intValue()).isEqualTo(6);
    assertThat(Files.readString(report))
        .contains("<h1>korean-intention 1 on corpus.tsv</h1>")
        .contains("<div class=\"figure\">66.67 %</div>")
        .contains("garam evaluate --model " + MODEL, "--report &#x27;" + report + "&#x27;")
        .contains("<td class=\"text\">" + TEXTS.get(4) + "</td><td>날씨 물어보기</td>");
  }

  @Test
  void aReportNeedsAFolderThatExists() throws IOException {
    EvaluateCommand command = new EvaluateCommand();
    Path corpus = corpus(6, 1);
    CommandLine line = new CommandLine(command);

    line.parseArgs(arguments(corpus, folder.resolve("missing/report.html")));
    assertThatThrownBy(command::call)
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("found no folder " + folder.resolve("missing"));

    line.parseArgs(arguments(corpus, folder));
    assertThatThrownBy(command::call)
        .isInstanceOf(GaramException.class)
        .hasMessageContaining(folder + " is a folder");
  }

  private static String[] arguments(Path corpus, Path report) {
    return new String[] {
      "--model", MODEL.toString(), "--corpus", corpus.toString(), "--report", report.toString()
    };
  }

  @Test
  void aModelHeldAgainstItselfGivesTheSameLabels() throws IOException {
    Path report = folder.resolve("report.html");

    Output json = evaluate(corpus(4, 1), "--against", MODEL.toString(), "--json");
    Output text =
        evaluate(corpus(4, 1), "--against", MODEL.toString(), "--report", report.toString());

    JsonNode comparison = Json.MAPPER.readTree(json.out()).get("comparison");
    assertThat(comparison.get("agreed").intValue()).isEqualTo(6);
    assertThat(comparison.get("bothRight").intValue()).isEqualTo(4);
    assertThat(comparison.get("changes")).isEmpty();
    assertThat(comparison.get("firstEvaluation").get("accuracy").doubleValue()).isEqualTo(4 / 6.0);
    assertThat(text.out())
        .containsPattern("give\\s+the\\s+same\\s+label\\s+to\\s+all\\s+6\\s+utterances");
    assertThat(Files.readString(report))
        .contains("<p class=\"verdict\">" + MODEL + " and ", "<th scope=\"row\">against</th>");
  }

  @Test
  void anotherModelIsMeasuredOnTheSameCorpusAndWarnedOf() throws IOException {
    Path other = Path.of("../../models/english-assistant");

    Output output = evaluate(corpus(6, 1), "--against", other.toString(), "--json");

    JsonNode report = Json.MAPPER.readTree(output.out());
    JsonNode comparison = report.get("comparison");
    assertThat(report.get("accuracy").doubleValue()).isEqualTo(1);
    assertThat(comparison.get("firstEvaluation").get("accuracy").doubleValue()).isZero();
    assertThat(comparison.get("onlySecond").intValue()).isEqualTo(6);
    assertThat(comparison.get("secondAccuracy").doubleValue()).isEqualTo(1);
    assertThat(comparison.get("changes"))
        .isNotEmpty()
        .allSatisfy(
            change ->
                assertThat(change.get("improvements").intValue())
                    .isEqualTo(change.get("count").intValue()));
    assertThat(output.err())
        .contains("Warning: 6 of 6 utterances have a label that the model english-assistant ")
        .doesNotContain("the model korean-intention");
  }

  @Test
  void withoutAnotherModelNothingIsCompared() throws IOException {
    assertThat(Json.MAPPER.readTree(evaluate(corpus(6, 1), "--json").out()).has("comparison"))
        .isFalse();
  }

  @Test
  void mistakesAreExplainedAsTheCommandExplainWould() throws IOException {
    Path report = folder.resolve("report.html");
    Output output = evaluate(corpus(4, 1), "--json", "--report", report.toString());

    JsonNode mistakes = Json.MAPPER.readTree(output.out()).get("mistakes");
    assertThat(mistakes).hasSize(2);
    for (JsonNode mistake : mistakes) {
      CommandRun alone =
          CommandRun.of(
              "explain", "--model", MODEL.toString(), "--json", mistake.get("text").textValue());
      JsonNode explained = Json.MAPPER.readTree(alone.out());
      assertThat(mistake.at("/explanation/label/label")).isEqualTo(mistake.get("predicted"));
      assertThat(mistake.at("/explanation/tokens"))
          .containsExactlyInAnyOrderElementsOf(explained.get("tokens"));
    }
    assertThat(Files.readString(report))
        .contains("<summary>Why " + ANSWERS.get(4) + ": ", "<svg class=\"explanation\"")
        .doesNotContain("not explained");
    assertThat(evaluate(corpus(4, 1)).out()).as("figures alone").doesNotContain("Why");
  }

  /** The last "네." is an answer to what was asked, and to nothing in the other dialogue. */
  @Test
  void inADialogueAMistakeAndAChangeAreExplainedByWhatWasSaidBefore() throws IOException {
    Path corpus =
        Files.writeString(
            folder.resolve("dialogues.tsv"),
            """
            dialogue\tspeaker\ttext\tlabel
            a\tuser\t방 하나 예약해 주세요\trequest
            b\tuser\t안녕하세요?\tgreet
            a\tsystem\t두 명이요?\tquestion
            a\tuser\t네.\trequest
            """);
    Path report = folder.resolve("report.html");
    CommandRun run =
        CommandRun.of(
            "evaluate",
            "--model=../../models/korean-dialogue-act",
            "--against=" + MODEL,
            "--corpus=" + corpus,
            "--report=" + report,
            "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = Json.MAPPER.readTree(run.out());
    List<JsonNode> mistakes = new ArrayList<>();
    json.get("mistakes").forEach(mistakes::add);
    assertThat(mistakes)
        .filteredOn(mistake -> mistake.get("text").textValue().equals("네."))
        .singleElement()
        .satisfies(
            mistake -> {
              assertThat(mistake.get("predicted").textValue()).isEqualTo("affirm");
              assertThat(mistake.at("/explanation/earlier"))
                  .extracting(said -> said.get("part").textValue())
                  .as("of its own dialogue, the strongest first")
                  .containsExactly("두 명이요?", "방 하나 예약해 주세요");
              assertThat(mistake.at("/explanation/earlier/0/onLabel").doubleValue())
                  .isGreaterThan(5);
            });
    List<JsonNode> changes = new ArrayList<>();
    json.at("/comparison/explanations").forEach(changes::add);
    assertThat(changes)
        .filteredOn(change -> change.get("text").textValue().equals("네."))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.at("/first/label/label")).isEqualTo(change.get("from"));
              assertThat(change.at("/second/label/label")).isEqualTo(change.get("to"));
              assertThat(change.at("/second/earlier")).hasSize(2);
              assertThat(change.at("/first/earlier")).as("judges each alone").isEmpty();
            });
    assertThat(report)
        .content(UTF_8)
        .contains("by korean-dialogue-act 1: ", "by korean-intention 1: ", "What was said before");
  }

  @Test
  void columnsMayHaveOtherNames() throws IOException {
    Path corpus = Files.writeString(folder.resolve("chat.csv"), "intent,body\n질문,\"뭐, 왜\"\n");

    assertThat(evaluate(corpus, "--columns", "text=body,label=intent", "--json").out())
        .contains("\"count\":1");
  }

  @Test
  void aFolderWithoutAModelIsAnErrorThatSaysSo() throws IOException {
    EvaluateCommand command = new EvaluateCommand();
    new CommandLine(command)
        .parseArgs("--model", folder.toString(), "--corpus", corpus(6, 1).toString());

    assertThatThrownBy(command::call)
        .isInstanceOf(GaramException.class)
        .hasMessageContaining(folder.toString());
  }

  private Path corpus(int learned, int times) throws IOException {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      rows.add(TEXTS.get(i) + "\t" + (i < learned ? ANSWERS.get(i) : "날씨 물어보기"));
    }
    List<String> lines = new ArrayList<>(List.of("text\tlabel"));
    Collections.nCopies(times, rows).forEach(lines::addAll);
    return Files.write(folder.resolve("corpus.tsv"), lines);
  }

  private static Output evaluate(Path corpus, String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> arguments =
        new ArrayList<>(List.of("--model", MODEL.toString(), "--corpus", corpus.toString()));
    arguments.addAll(List.of(options));
    int exitCode =
        new CommandLine(new EvaluateCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments.toArray(String[]::new));
    assertThat(exitCode).as(err.toString()).isZero();
    return new Output(out.toString(), err.toString());
  }

  private record Output(String out, String err) {}

  @Test
  void aModelOfWhollyOtherLabelsIsNamed() throws Exception {
    Path corpus = folder.resolve("corpus.tsv");
    Files.writeString(corpus, "text\tlabel\n불 좀 꺼 줘\tcommand\n비 와?\tquestion\n");

    CommandRun run =
        CommandRun.of(
            "evaluate",
            "--model=../../models/korean-intention",
            "--against=../../models/english-assistant",
            "--corpus=" + corpus);

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).contains("have no label in common", "--against");
  }
}
