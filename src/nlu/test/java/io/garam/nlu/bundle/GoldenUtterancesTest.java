package io.garam.nlu.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.nlu.Utterance;
import io.garam.nlu.bundle.GoldenUtterances.GoldenUtterance;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What golden utterances prove, and in which words they fail. */
final class GoldenUtterancesTest {

  private static final Path FOLDER = Path.of("some", "model");
  private static final List<String> LABELS = List.of("no", "yes");
  private static final GoldenUtterances ONE = golden("네", Map.of("yes", 0.75f));

  private static GoldenUtterances golden(String text, Map<String, Float> probabilities) {
    return new GoldenUtterances(List.of(new GoldenUtterance(text, null, null, probabilities)));
  }

  private static void verify(GoldenUtterances golden, float... probabilities) {
    golden.verify(FOLDER, LABELS, utterances -> new float[][] {probabilities});
  }

  @ParameterizedTest
  @ValueSource(floats = {0.75f, 0.75009f, 0.74991f})
  void anotherProcessorsArithmeticIsForgiven(float probability) {
    assertThatCode(() -> verify(ONE, 0.25f, probability)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(floats = {0.7502f, 0.7498f, 0, 1, Float.NaN, Float.POSITIVE_INFINITY})
  void anotherAnswerIsNot(float probability) {
    assertThatThrownBy(() -> verify(ONE, 0.25f, probability))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected the model in " + FOLDER + " to give \"네\"");
  }

  @Test
  void theWholeSentenceOfAnotherAnswer() {
    assertThatThrownBy(() -> verify(ONE, 0.5f, 0.5f))
        .hasMessage(
            "Expected the model in "
                + FOLDER
                + " to give \"네\" the probability 0.75000 of yes, as when it was made, but found"
                + " 0.50000; train or copy the model again.");
  }

  @Test
  void aLabelThatTheModelLacksHasNoProbability() {
    assertThatThrownBy(() -> verify(golden("네", Map.of("maybe", 0f)), 0.5f, 0.5f))
        .hasMessageContaining("the probability 0.00000 of maybe")
        .hasMessageContaining("but found NaN");
  }

  @Test
  void aModelThatFailsIsRefusedInOneSentenceWithItsReason() {
    IllegalStateException failure = new IllegalStateException("ONNX Runtime failed:\n\u001b[1m x");
    assertThatThrownBy(
            () ->
                ONE.verify(
                    FOLDER,
                    LABELS,
                    utterances -> {
                      throw failure;
                    }))
        .isInstanceOf(GaramException.class)
        .hasCause(failure)
        .hasMessage(
            "Expected the model in "
                + FOLDER
                + " to answer its golden utterances, but found this: ONNX Runtime failed:"
                + " \\u001b[1m x; copy the model again or train it anew.");
  }

  @Test
  void theModelIsAskedForAllAtOnceInTheirOrderAndWithTheirDialogues() {
    GoldenUtterances golden =
        new GoldenUtterances(
            List.of(
                new GoldenUtterance("가", "d", "user", Map.of("no", 1f)),
                new GoldenUtterance("나", null, null, Map.of("yes", 1f))));
    golden.verify(
        FOLDER,
        LABELS,
        utterances -> {
          assertThat(utterances)
              .containsExactly(new Utterance("가", "d", "user"), Utterance.alone("나"));
          return new float[][] {{1, 0}, {0, 1}};
        });
  }

  @Test
  void linesAreReadAsTheyWereWritten() throws Exception {
    GoldenUtterances golden =
        new GoldenUtterances(
            List.of(
                new GoldenUtterance("\"가\"\n\u2028", "d", null, Map.of("yes", 0.1f)),
                new GoldenUtterance("나", null, "user", Map.of("no", Float.MIN_VALUE))));
    byte[] lines = GoldenFile.write(golden);

    assertThat(GoldenFile.read(lines)).isEqualTo(golden);
    assertThat(new String(lines, UTF_8).lines())
        .containsExactly(
            "{\"text\":\"\\\"가\\\"\\n\u2028\",\"dialogue\":\"d\",\"probabilities\":{\"yes\":0.1}}",
            "{\"text\":\"나\",\"speaker\":\"user\",\"probabilities\":{\"no\":1.4E-45}}");
  }

  @Test
  void theWholeSentencesOfWhatProvesNothing() {
    Path file = FOLDER.resolve("golden.jsonl");
    String end = "; copy the model again or train it anew.";
    assertThatThrownBy(() -> GoldenBounds.check(file, new GoldenUtterances(List.of()), LABELS))
        .hasMessage("Expected 1 to 30000 golden utterances in " + file + ", but found 0" + end);
    assertThatThrownBy(() -> GoldenBounds.check(file, golden("\u3164", Map.of("no", 1f)), LABELS))
        .hasMessage("Expected a text in line 1 in " + file + ", but found a blank one" + end);
    assertThatThrownBy(() -> GoldenBounds.check(file, golden("네", Map.of()), LABELS))
        .hasMessage("Expected a probability in line 1 in " + file + ", but found none" + end);
    assertThatThrownBy(() -> GoldenBounds.check(file, golden("네", Map.of("no", 1.5f)), LABELS))
        .hasMessage(
            "Expected a label of the model and a probability from 0 to 1 in line 1 in "
                + file
                + ", but found \"no\" with 1.5"
                + end);
    assertThatCode(() -> GoldenBounds.check(file, golden("네", Map.of("no", 0f, "yes", 1f)), LABELS))
        .doesNotThrowAnyException();
  }
}
