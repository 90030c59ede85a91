package io.garam.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.CommandRun;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.nlu.io.Json;
import io.garam.nlu.text.CharacterTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TrainCommandTest {

  @TempDir private Path folder;

  private Path corpus;

  @BeforeEach
  void write() throws IOException {
    List<String> rows = new ArrayList<>(List.of("sentence,intent"));
    for (int i = 0; i < 60; i++) {
      rows.add("turn the light number " + i + " on please,light");
      rows.add("will it rain in " + i + " days,weather");
    }
    corpus = Files.write(folder.resolve("re quests.csv"), rows);
  }

  @Test
  void aCorpusBecomesAModelAndOneJsonObject() throws IOException {
    Path out = folder.resolve("models/requests");

    CommandRun output =
        train(
            "--corpus=" + corpus,
            "--columns=text=sentence,label=intent",
            "--out=" + out,
            "--cell=lstm",
            "--hidden=8",
            "--embedding=8",
            "--epochs=5",
            "--corpus-licence=CC0",
            "--corpus-language=en",
            "--json");

    assertThat(output.exitCode()).as(output.err()).isZero();
    JsonNode report = Json.MAPPER.readTree(output.out());
    assertThat(report.get("model").get("name").textValue()).isEqualTo("requests");
    assertThat(report.get("training").intValue()).isEqualTo(108);
    assertThat(report.get("validation").intValue()).isEqualTo(12);
    assertThat(report.get("accuracy").doubleValue()).isGreaterThan(0.9);
    assertThat(report.get("settings").get("cell").textValue()).isEqualTo("lstm");
    assertThat(report.get("epochs")).hasSize(5);
    assertThat(output.err()).contains("Epoch 5 of 5: loss ");
    try (IntentClassifier classifier = IntentClassifier.load(out)) {
      assertThat(classifier.model().digest())
          .isEqualTo(report.get("model").get("digest").textValue());
      assertThat(classifier.classify("will it rain").label()).isEqualTo("weather");
    }
    assertThat(output.err()).contains("Report written to " + out.resolve(ModelBundle.REPORT));
    assertThat(Files.readString(out.resolve(ModelBundle.REPORT)))
        .contains("<h1>requests 1</h1>", report.get("model").get("digest").textValue())
        .contains("<h2>Training</h2>", "epoch 5: ", "<h2>Thresholds</h2>");
    assertThat(Files.readString(out.resolve(ModelBundle.CARD)))
        .contains("license: \"CC0\"", "language: en\n")
        .contains("garam train '--corpus=" + corpus + "' --columns=text=sentence,label=intent");
  }

  @Test
  void bothViewsBecomeOneModel() {
    Path out = folder.resolve("both");

    CommandRun output =
        train(
            "--corpus=" + corpus,
            "--columns=text=sentence,label=intent",
            "--out=" + out,
            "--views=both",
            "--character-buckets=2000",
            "--character-stride=2",
            "--hidden=8",
            "--embedding=8",
            "--epochs=5");

    assertThat(output.exitCode()).as(output.err()).isZero();
    assertThat(output.err()).contains("on words and characters of 120 utterances");
    assertThat(ModelBundle.read(out).spec().characters())
        .isEqualTo(new CharacterNgrams(new CharacterTokenizer(true, 256), 2_000, 2));
    try (IntentClassifier classifier = IntentClassifier.load(out)) {
      assertThat(classifier.classify("will it rain").label()).isEqualTo("weather");
    }
  }

  @Test
  void aModelOfCharactersAloneNeedsNoWords() {
    Path out = folder.resolve("characters");

    CommandRun output =
        train(
            "--corpus=" + corpus,
            "--columns=text=sentence,label=intent",
            "--out=" + out,
            "--views=characters",
            "--hidden=8",
            "--embedding=8",
            "--epochs=5");

    assertThat(output.exitCode()).as(output.err()).isZero();
    assertThat(output.err()).contains("on the characters of 120 utterances");
    assertThat(ModelBundle.read(out).spec().words()).isNull();
    try (IntentClassifier classifier = IntentClassifier.load(out)) {
      assertThat(classifier.classify("will it rain").label()).isEqualTo("weather");
    }
  }

  @ParameterizedTest
  @CsvSource({"words, 6", "whitespace, 5"})
  void theTokenizerOfTheWordsIsChosen(String tokenizer, int tokens) {
    Path out = folder.resolve("tokens");

    CommandRun output =
        train(
            "--corpus=" + corpus,
            "--columns=text=sentence,label=intent",
            "--out=" + out,
            "--tokenizer=" + tokenizer,
            "--hidden=8",
            "--embedding=8",
            "--epochs=1");

    assertThat(output.exitCode()).as(output.err()).isZero();
    ModelBundle bundle = ModelBundle.read(out);
    assertThat(bundle.spec().provenance().settings()).containsEntry("tokenizer", tokenizer);
    assertThat(bundle.encoder().encode("will it rain in days?").length()).isEqualTo(tokens);
  }

  @Test
  void withoutJsonASummarySaysWhatToDoNext() {
    Path out = folder.resolve("model");

    CommandRun output =
        train(
            "--corpus=" + corpus,
            "--columns=text=sentence,label=intent",
            "--out=" + out,
            "--hidden=8",
            "--embedding=8",
            "--epochs=1",
            "--report=" + folder.resolve("training.html"));

    assertThat(output.exitCode()).as(output.err()).isZero();
    assertThat(folder.resolve("training.html")).isNotEmptyFile();
    assertThat(out.resolve(ModelBundle.REPORT)).doesNotExist();
    assertThat(output.out())
        .contains("Validation accuracy ", "Written to " + out, "garam tag --model " + out);
  }

  @Test
  void aFolderOfOtherFilesIsLeftAlone() {
    CommandRun output = train("--corpus=" + corpus, "--out=" + folder);

    assertThat(output.exitCode()).isNotZero();
    assertThat(output.err()).contains("holds other files; name another folder, or add --force");
  }

  @Test
  void aModelIsNotReplacedUnasked() throws IOException {
    Path model = Files.createDirectories(folder.resolve("model"));
    Files.writeString(model.resolve(ModelBundle.SPEC), "precious");

    CommandRun run = train("--corpus=" + corpus, "--out=" + model);

    assertThat(run.exitCode()).isOne();
    assertThat(run.err()).contains("holds a model; name another folder, or add --force");
    assertThat(model.resolve(ModelBundle.SPEC)).hasContent("precious");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/proc/no/model", "FOLDER/file/model"})
  void aPlaceThatCannotBeWrittenToIsKnownBeforeAnythingIsLearned(String out) throws IOException {
    Files.writeString(folder.resolve("file"), "");

    CommandRun run =
        train(
            "--corpus=" + corpus,
            "--columns=text=sentence,label=intent",
            "--out=" + out.replace("FOLDER", folder.toString()));

    assertThat(run.exitCode()).isOne();
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .contains("--out", "no file can be made");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--hidden=0 | Expected --hidden to be a whole number from 1 to 1024, but found 0; use 32",
        "--directions=3 | Expected --directions to be a whole number from 1 to 2",
        "--dropout=1 | Expected --dropout to be a share from 0 to below 1, but found 1.0",
        "--learning-rate=NaN | Expected --learning-rate to be a positive number up to 10",
        "--ngrams=4..2 | Expected --ngrams to be MIN..MAX, each from 1 to 9, or none",
        "--views=words --character-buckets=9 | Expected --character-buckets only where characters are read",
        "--views=characters --tokenizer=words | Expected --tokenizer only where words are read",
        "--views=characters --jamo=2..4 | Expected --jamo only where words are read, but found 2..4",
        "--tokenizer=syllables | Expected --tokenizer to be words, whitespace or morphemes, but found",
        "--report=missing/report.html | Expected --report to name a file in a folder that exists",
        "--views=letters | Expected --views to be words, characters or both, but found letters",
        "--jamo=yes | Expected --jamo to be MIN..MAX, each from 1 to 9, or none, but found yes"
      })
  void aSettingOutOfItsRangeIsRefused(String flags, String message) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--corpus=" + corpus,
                "--columns=text=sentence,label=intent",
                "--out=" + folder.resolve("model")));
    arguments.addAll(List.of(flags.split(" ")));

    CommandRun output = train(arguments.toArray(String[]::new));

    assertThat(output.exitCode()).isEqualTo(message.contains("--report") ? 1 : 2);
    assertThat(output.err()).contains(message);
    assertThat(folder.resolve("model")).doesNotExist();
  }

  private static CommandRun train(String... arguments) {
    List<String> all = new ArrayList<>(List.of("train"));
    all.addAll(List.of(arguments));
    return CommandRun.of(all.toArray(String[]::new));
  }

  @Test
  void aFolderThatCannotBeWrittenToIsNamedWithTheReasonInWords() throws IOException {
    CommandRun run = TrainRun.of(TrainRun.corpus(folder, 9, "a", "b"), Path.of("/proc/model"), 1);

    assertThat(run.exitCode()).isOne();
    assertThat(run.err())
        .startsWith("Expected --out to name a place that can be written to")
        .doesNotContain("java.", "Exception", "Training a");
  }

  @Test
  void whatIsTrainedIsNotAnnouncedBeforeTheCorpusIsAccepted() throws IOException {
    CommandRun run =
        TrainRun.of(TrainRun.corpus(folder, 9, "only"), folder.resolve("model"), 1, "--folds=2");

    assertThat(run.exitCode()).isOne();
    assertThat(run.err()).startsWith("Expected at least two labels").hasLineCount(1);
  }

  @Test
  void aTrainingThatStopsEarlySaysSoAndWhichEpochItKeeps() throws IOException {
    CommandRun run =
        TrainRun.of(
            TrainRun.corpus(folder, 30, "light", "weather"),
            folder.resolve("model"),
            20,
            "--patience=1");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("in both directions on the words")
        .containsPattern("\nStopped early: no better for 1 epoch; epoch \\d+ is kept\\.\n")
        .containsPattern("Epoch 1 of 20: .* \\(best\\), ");
  }
}
