package io.garam.training.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.garam.nlu.GaramException;
import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.encoding.Subwords;
import io.garam.nlu.encoding.Subwords.Lengths;
import io.garam.nlu.encoding.UtteranceEncoder;
import io.garam.nlu.encoding.Vocabulary;
import io.garam.nlu.encoding.WordEncoder;
import io.garam.nlu.encoding.WordView;
import io.garam.nlu.inference.UtteranceNetwork;
import io.garam.nlu.text.CharacterTokenizer;
import io.garam.nlu.text.WordTokenizer;
import io.garam.training.Views;
import io.garam.training.export.Cell;
import io.garam.training.export.DirectionWeights;
import io.garam.training.export.NetworkWeights;
import io.garam.training.export.NetworkWeights.CharacterWeights;
import io.garam.training.export.NetworkWeights.WordWeights;
import io.garam.training.export.OnnxExporter;
import io.garam.training.export.ViewWeights;
import io.garam.training.network.Learner;
import io.garam.training.network.Libtorch;
import io.garam.training.network.NetworkShape;
import io.garam.training.network.Regularization;
import io.garam.training.network.TextIds;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParityCheckTest {

  /** Labels 0, 1, 2, 0, 1, 2. */
  private static final float[] TARGETS = {1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 1};

  private static final int HIDDEN = 12;

  private static final List<String> TEXTS =
      List.of(
          "내일 비 와?",
          "비",
          "모르는낱말뿐이네",
          "내일 서울 날씨 알려 줘, 아니 모레 부산!",
          "an unknown word and 내일",
          IntStream.range(0, 300).mapToObj(i -> "말" + i % 9).collect(Collectors.joining(" ")));

  @BeforeAll
  static void load() {
    Libtorch.load();
  }

  @ParameterizedTest
  @CsvSource({
    "GRU, 1, WORDS",
    "GRU, 2, WORDS",
    "LSTM, 1, WORDS",
    "LSTM, 2, WORDS",
    "GRU, 1, BOTH",
    "GRU, 2, BOTH",
    "LSTM, 1, BOTH",
    "LSTM, 2, BOTH",
    "GRU_RESET_BEFORE, 1, WORDS",
    "GRU_RESET_BEFORE, 2, WORDS",
    "GRU_RESET_BEFORE, 1, BOTH",
    "GRU_RESET_BEFORE, 2, BOTH",
    "RNN, 1, WORDS",
    "RNN, 2, WORDS",
    "RNN, 1, BOTH",
    "RNN, 2, BOTH",
    "GRU, 1, CHARACTERS",
    "GRU, 2, CHARACTERS",
    "LSTM, 1, CHARACTERS",
    "LSTM, 2, CHARACTERS"
  })
  void theExportComputesWhatWasTrained(Cell cell, int directions, Views views) {
    try (Trained trained = new Trained(cell, directions, views)) {
      double difference = trained.verify(OnnxExporter.export(trained.weights));

      assertThat(difference).isPositive().isLessThan(2e-5);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GRU, 0, 1",
    "GRU, 1, 2",
    "GRU_RESET_BEFORE, 0, 1",
    "GRU_RESET_BEFORE, 1, 2",
    "LSTM, 0, 1",
    "LSTM, 1, 2",
    "LSTM, 2, 3"
  })
  void gatesInTheWrongOrderAreCaught(Cell cell, int one, int other) {
    try (Trained trained = new Trained(cell, 2, Views.WORDS)) {
      WordWeights words = Objects.requireNonNull(trained.weights.words());
      NetworkWeights wrong =
          new NetworkWeights(
              new WordWeights(
                  words.ready(), words.subwords(), withGatesSwapped(words.view(), one, other)),
              null);

      assertThatThrownBy(() -> trained.verify(OnnxExporter.export(wrong)))
          .isInstanceOf(GaramException.class)
          .hasMessageContaining("no model was written");
    }
  }

  @ParameterizedTest
  @CsvSource({"GRU, 0, 1", "LSTM, 2, 3"})
  void gatesInTheWrongOrderAreCaughtInTheViewOfCharactersToo(Cell cell, int one, int other) {
    try (Trained trained = new Trained(cell, 2, Views.BOTH)) {
      NetworkWeights right = trained.weights;
      CharacterWeights characters = Objects.requireNonNull(right.characters());
      NetworkWeights wrong =
          new NetworkWeights(
              right.words(),
              new CharacterWeights(
                  characters.ngrams(), withGatesSwapped(characters.view(), one, other)));

      assertThatThrownBy(() -> trained.verify(OnnxExporter.export(wrong)))
          .isInstanceOf(GaramException.class)
          .hasMessageContaining("no model was written");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GRU, GRU_RESET_BEFORE, WORDS, 1", "GRU, GRU_RESET_BEFORE, BOTH, 1",
    "GRU, GRU_RESET_BEFORE, WORDS, 2", "GRU, GRU_RESET_BEFORE, BOTH, 2",
    "GRU_RESET_BEFORE, GRU, WORDS, 1", "GRU_RESET_BEFORE, GRU, BOTH, 1",
    "GRU_RESET_BEFORE, GRU, WORDS, 2", "GRU_RESET_BEFORE, GRU, BOTH, 2",
    "GRU, GRU_RESET_BEFORE, CHARACTERS, 2"
  })
  void oneGruExportedAsTheOtherIsCaught(Cell cell, Cell other, Views views, int directions) {
    try (Trained trained = new Trained(cell, directions, views)) {
      WordWeights words = trained.weights.words();
      CharacterWeights characters = trained.weights.characters();
      NetworkWeights wrong =
          new NetworkWeights(
              words == null
                  ? null
                  : new WordWeights(words.ready(), words.subwords(), withCell(words.view(), other)),
              characters == null
                  ? null
                  : new CharacterWeights(characters.ngrams(), withCell(characters.view(), other)));

      assertThatThrownBy(() -> trained.verify(OnnxExporter.export(wrong)))
          .isInstanceOf(GaramException.class)
          .hasMessageContaining("no model was written");
    }
  }

  @Test
  void aLogitThatIsNoNumberIsCaught() {
    try (Trained trained = new Trained(Cell.GRU, 1, Views.BOTH)) {
      trained.weights.words().view().outputBias()[1] = Float.NaN;

      assertThatThrownBy(() -> trained.verify(OnnxExporter.export(trained.weights)))
          .isInstanceOf(GaramException.class);
    }
  }

  private static ViewWeights withGatesSwapped(ViewWeights weights, int one, int other) {
    return new ViewWeights(
        weights.cell(),
        weights.embedding(),
        weights.hidden(),
        weights.labels(),
        weights.directions().stream()
            .map(
                direction ->
                    new DirectionWeights(
                        swapped(direction.input(), weights, one, other),
                        swapped(direction.recurrent(), weights, one, other),
                        swapped(direction.inputBias(), weights, one, other),
                        swapped(direction.recurrentBias(), weights, one, other)))
            .toList(),
        weights.outputWeight(),
        weights.outputBias());
  }

  private static float[] swapped(float[] matrix, ViewWeights weights, int one, int other) {
    int block = matrix.length / weights.cell().gates();
    float[] swapped = matrix.clone();
    System.arraycopy(matrix, one * block, swapped, other * block, block);
    System.arraycopy(matrix, other * block, swapped, one * block, block);
    return swapped;
  }

  private static ViewWeights withCell(ViewWeights weights, Cell cell) {
    return new ViewWeights(
        cell,
        weights.embedding(),
        weights.hidden(),
        weights.labels(),
        weights.directions(),
        weights.outputWeight(),
        weights.outputBias());
  }

  /** A classifier that has learned a little, so that its gates differ and its rows are rounded. */
  private static final class Trained implements AutoCloseable {

    private final UtteranceEncoder encoder;
    private final Learner learner;
    private final NetworkWeights weights;

    Trained(Cell cell, int directions, Views views) {
      encoder =
          new UtteranceEncoder(
              views == Views.CHARACTERS
                  ? null
                  : new WordEncoder(
                      new WordView(
                          new WordTokenizer(true, 128),
                          new Subwords(new Lengths(1, 4), new Lengths(2, 5), 1_000)),
                      new Vocabulary(List.of("내일", "비", "와", "?", "서울", "말1", "말2"))),
              views == Views.WORDS
                  ? null
                  : new CharacterNgrams(new CharacterTokenizer(true, 256), 1_000));
      NetworkShape shape = new NetworkShape(cell, directions, 16, HIDDEN, 3);
      learner =
          new Learner(encoder, shape, new Regularization(0.1, 0.1, 0.1, 0.1, 0.1), 0.1, 11, 1);
      List<TextIds> utterances = TEXTS.stream().map(learner::read).toList();
      for (int step = 0; step < 20; step++) {
        learner.learn(utterances, TARGETS, new Learner.Rates(1e-2, 5e-2));
      }
      weights = learner.finish();
    }

    double verify(ModelProto model) {
      try (UtteranceNetwork exported = new UtteranceNetwork(model.toByteArray(), "the test")) {
        return ParityCheck.verify(learner, exported, encoder, TEXTS);
      }
    }

    @Override
    public void close() {
      learner.close();
    }
  }
}
