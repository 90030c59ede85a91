package io.garam.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.garam.app.CommandRun;
import io.garam.nlu.Intent;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.inference.IntentClassifier;
import io.garam.nlu.io.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutOfScopeCommandTest {

  private static final String ASKED = "will it rain in 8 days";
  private static final String FOREIGN = "my uncle bought 77 green bottles";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"oos, --json", "chatter, --unknown-label=chatter"})
  void utterancesOfNoneOfTheIntentsTeachTheModelToDoubt(String label, String flag)
      throws IOException {
    Path corpus = TrainRun.corpus(folder, 60, "light", "weather", label);
    Path model = folder.resolve("model");

    CommandRun run = TrainRun.of(corpus, model, 6, flag);

    assertThat(run.exitCode()).as(run.err()).isZero();
    try (IntentClassifier classifier = IntentClassifier.load(model)) {
      assertThat(classifier.labels()).containsExactly("light", "weather");
      assertThat(classifier.classify(FOREIGN).label()).isEqualTo(Intent.UNKNOWN);
      assertThat(classifier.classify(ASKED).label()).isEqualTo("weather");
    }
    ModelSpec spec = ModelBundle.read(model).spec();
    assertThat(spec.goldLabel(label)).isEqualTo(Intent.UNKNOWN);
    assertThat(spec.decision().threshold()).isBetween(0.5, 1.0);

    assertThat(Files.readString(model.resolve(ModelBundle.CARD)))
        .contains("| accuracy in scope | recall of unknown | AUROC | out of scope |");

    CommandRun evaluated =
        CommandRun.of("evaluate", "--model=" + model, "--corpus=" + corpus, "--json");

    assertThat(evaluated.err()).isEmpty();
    JsonNode figures = Json.MAPPER.readTree(evaluated.out());
    assertThat(figures.get("inScopeAccuracy").doubleValue()).isGreaterThan(0.9);
    assertThat(figures.get("unknownRecall").doubleValue()).isGreaterThan(0.9);
    assertThat(figures.get("auroc").doubleValue()).isGreaterThan(0.9);
    assertThat(figures.get("classes").findValuesAsText("label"))
        .containsExactly("light", Intent.UNKNOWN, "weather");
  }

  @Test
  void aThresholdThatIsGivenMakesACautiousModel() throws IOException {
    Path corpus = TrainRun.corpus(folder, 60, "light", "weather");
    Path bold = folder.resolve("bold");
    Path cautious = folder.resolve("cautious");

    assertThat(TrainRun.of(corpus, bold, 2).exitCode()).isZero();
    assertThat(TrainRun.of(corpus, cautious, 2, "--threshold=0.99").exitCode()).isZero();

    assertThat(ModelBundle.read(bold).spec().decision().threshold()).isZero();
    assertThat(ModelBundle.read(cautious).spec().decision().threshold()).isEqualTo(0.99);
    assertThat(label(bold, FOREIGN)).isIn("light", "weather");
    assertThat(label(cautious, FOREIGN)).isEqualTo(Intent.UNKNOWN);
  }

  @Test
  void aThresholdThatIsGivenGoesBeforeTheOneThatIsFound() throws IOException {
    Path corpus = TrainRun.corpus(folder, 60, "light", "weather", "oos");
    Path model = folder.resolve("model");

    assertThat(TrainRun.of(corpus, model, 2, "--threshold=0").exitCode()).isZero();

    assertThat(ModelBundle.read(model).spec().decision().threshold()).isZero();
    assertThat(label(model, FOREIGN)).isIn("light", "weather");
  }

  private static String label(Path model, String text) {
    try (IntentClassifier classifier = IntentClassifier.load(model)) {
      return classifier.classify(text).label();
    }
  }
}
