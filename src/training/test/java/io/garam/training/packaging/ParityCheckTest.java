package io.garam.training.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.nlu.Utterance;
import io.garam.nlu.bundle.GoldenUtterances;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.bundle.Networks;
import io.garam.nlu.bundle.Provenance;
import io.garam.nlu.bundle.Provenance.CorpusSummary;
import io.garam.nlu.decision.Decision;
import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.encoding.Subwords;
import io.garam.nlu.encoding.Subwords.Lengths;
import io.garam.nlu.encoding.UtteranceEncoder;
import io.garam.nlu.encoding.Vocabulary;
import io.garam.nlu.encoding.WordEncoder;
import io.garam.nlu.encoding.WordView;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.text.CharacterTokenizer;
import io.garam.nlu.text.WordTokenizer;
import io.garam.training.batching.DialogueSequences;
import io.garam.training.batching.Minibatch;
import io.garam.training.embedding.EncodedText;
import io.garam.training.export.Cell;
import io.garam.training.export.DialogueWeights;
import io.garam.training.export.DirectionWeights;
import io.garam.training.export.NetworkWeights;
import io.garam.training.export.NetworkWeights.CharacterWeights;
import io.garam.training.export.NetworkWeights.WordWeights;
import io.garam.training.export.ViewWeights;
import io.garam.training.network.Learner;
import io.garam.training.network.Libtorch;
import io.garam.training.network.NetworkShape;
import io.garam.training.network.Regularization;
import io.garam.training.optimizer.LearningRates;
import io.garam.training.settings.DialogueSettings;
import io.garam.training.settings.Views;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParityCheckTest {

  private static final int LONG_DIALOGUE = 240;
  private static final CorpusSummary CORPUS = new CorpusSummary("six texts", 6, null);
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
      double difference = trained.verify(trained.weights.toOnnx());

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

      assertThatThrownBy(() -> trained.verify(wrong.toOnnx()))
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

      assertThatThrownBy(() -> trained.verify(wrong.toOnnx()))
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

      assertThatThrownBy(() -> trained.verify(wrong.toOnnx()))
          .isInstanceOf(GaramException.class)
          .hasMessageContaining("no model was written");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GRU, WORDS",
    "GRU, BOTH",
    "GRU_RESET_BEFORE, BOTH",
    "LSTM, WORDS",
    "LSTM, BOTH",
    "LSTM, CHARACTERS",
    "RNN, BOTH"
  })
  void theExportedStepsComputeWhatWasTrainedAlongDialogues(Cell cell, Views views) {
    try (Trained trained = new Trained(cell, 2, views, cell)) {
      double difference = trained.verify(trained.weights.toOnnx());

      assertThat(difference).isPositive().isLessThan(2e-5);
    }
  }

  @ParameterizedTest
  @CsvSource({"GRU, 0, 1", "GRU, 1, 2", "LSTM, 0, 1", "LSTM, 1, 2", "LSTM, 2, 3"})
  void gatesInTheWrongOrderAreCaughtInTheDialogueStepToo(Cell cell, int one, int other) {
    try (Trained trained = new Trained(Cell.GRU, 1, Views.WORDS, cell)) {
      WordWeights words = Objects.requireNonNull(trained.weights.words());
      DialogueWeights right = Objects.requireNonNull(words.view().dialogue());
      DialogueWeights wrong =
          new DialogueWeights(
              right.cell(),
              right.vector(),
              right.hidden(),
              right.weight(),
              right.bias(),
              right.speakers(),
              swapped(right.recurrent(), cell, one, other));

      assertCaught(trained, words, wrong);
    }
  }

  @Test
  void speakersTakenForEachOtherAreCaught() {
    try (Trained trained = new Trained(Cell.GRU, 1, Views.WORDS, Cell.GRU)) {
      WordWeights words = Objects.requireNonNull(trained.weights.words());
      DialogueWeights right = Objects.requireNonNull(words.view().dialogue());
      float[] turned = new float[right.speakers().length];
      for (int i = 0; i < turned.length; i++) {
        turned[i] = right.speakers()[(i + right.vector()) % turned.length];
      }
      DialogueWeights wrong =
          new DialogueWeights(
              right.cell(),
              right.vector(),
              right.hidden(),
              right.weight(),
              right.bias(),
              turned,
              right.recurrent());

      assertCaught(trained, words, wrong);
    }
  }

  private static void assertCaught(Trained trained, WordWeights words, DialogueWeights wrong) {
    NetworkWeights weights =
        new NetworkWeights(
            new WordWeights(words.ready(), words.subwords(), with(words.view(), wrong)), null);
    assertThatThrownBy(() -> trained.verify(weights.toOnnx()))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("no model was written");
  }

  @Test
  void aLogitThatIsNoNumberIsCaught() {
    try (Trained trained = new Trained(Cell.GRU, 1, Views.BOTH)) {
      trained.weights.words().view().outputBias()[1] = Float.NaN;

      assertThatThrownBy(() -> trained.verify(trained.weights.toOnnx()))
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
            .map(direction -> swapped(direction, weights.cell(), one, other))
            .toList(),
        weights.dialogue(),
        weights.outputWeight(),
        weights.outputBias());
  }

  private static DirectionWeights swapped(
      DirectionWeights direction, Cell cell, int one, int other) {
    return new DirectionWeights(
        swapped(direction.input(), cell, one, other),
        swapped(direction.recurrent(), cell, one, other),
        swapped(direction.inputBias(), cell, one, other),
        swapped(direction.recurrentBias(), cell, one, other));
  }

  private static float[] swapped(float[] matrix, Cell cell, int one, int other) {
    int block = matrix.length / cell.gates();
    float[] swapped = matrix.clone();
    System.arraycopy(matrix, one * block, swapped, other * block, block);
    System.arraycopy(matrix, other * block, swapped, one * block, block);
    return swapped;
  }

  private static ViewWeights with(ViewWeights weights, DialogueWeights dialogue) {
    return new ViewWeights(
        weights.cell(),
        weights.embedding(),
        weights.hidden(),
        weights.labels(),
        weights.directions(),
        dialogue,
        weights.outputWeight(),
        weights.outputBias());
  }

  private static ViewWeights withCell(ViewWeights weights, Cell cell) {
    return new ViewWeights(
        cell,
        weights.embedding(),
        weights.hidden(),
        weights.labels(),
        weights.directions(),
        weights.dialogue(),
        weights.outputWeight(),
        weights.outputBias());
  }

  /** A classifier that has learned a little, so that its gates differ and its rows are rounded. */
  private static final class Trained implements AutoCloseable {

    private static final List<String> LABELS = List.of("a", "b", "c");

    private final UtteranceEncoder encoder;
    private final @Nullable DialogueSettings dialogue;
    private final Learner learner;
    private final NetworkWeights weights;

    Trained(Cell cell, int directions, Views views) {
      this(cell, directions, views, null);
    }

    /**
     * @param step the cell along dialogues; null for none
     */
    Trained(Cell cell, int directions, Views views, @Nullable Cell step) {
      dialogue = step == null ? null : new DialogueSettings(step, HIDDEN, List.of("A", "B"));
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
      NetworkShape shape =
          new NetworkShape(
              cell, directions, 16, HIDDEN, 3, dialogue == null ? null : dialogue.shape());
      learner =
          new Learner(encoder, shape, new Regularization(0.1, 0.1, 0.1, 0.1, 0.1), 0.1, 11, 1);
      for (int round = 0; round < 20; round++) {
        learn();
      }
      weights = learner.finish();
    }

    private void learn() {
      List<EncodedText> utterances = TEXTS.stream().map(learner::read).toList();
      for (Minibatch batch : learner.shuffled(utterances, dialogues(TEXTS.size()), TEXTS.size())) {
        List<EncodedText> members = batch.utterances().stream().map(utterances::get).toList();
        float[] targets = new float[3 * members.size()];
        for (int i = 0; i < members.size(); i++) {
          targets[3 * i + batch.utterances().get(i) % 3] = 1;
        }
        learner.learn(members, batch.places(), targets, new LearningRates(1e-2, 5e-2));
      }
    }

    /** One dialogue, in which A says every third utterance and B the others. */
    private @Nullable DialogueSequences dialogues(int utterances) {
      if (dialogue == null) {
        return null;
      }
      int[] all = IntStream.range(0, utterances).toArray();
      int[] speakers =
          IntStream.of(all)
              .map(i -> dialogue.spec(1).speakerRow(i == 0 ? null : speaker(i - 1), speaker(i)))
              .toArray();
      return new DialogueSequences(List.of(all), speakers);
    }

    private static String speaker(int utterance) {
      return utterance % 3 == 0 ? "A" : "B";
    }

    double verify(Networks networks) {
      List<Utterance> said = new ArrayList<>();
      int count = dialogue == null ? TEXTS.size() : LONG_DIALOGUE;
      for (int i = 0; i < count; i++) {
        String text = TEXTS.get(i % TEXTS.size());
        said.add(dialogue == null ? Utterance.alone(text) : new Utterance(text, "d", speaker(i)));
      }
      float[][] expected =
          learner.logits(
              said.stream().map(one -> learner.read(one.text())).toList(), dialogues(count));
      try (OnnxClassifier exported = OnnxClassifier.of(bundle(networks))) {
        return ParityCheck.verify(said, expected, exported);
      }
    }

    private ModelBundle bundle(Networks networks) {
      WordEncoder words = encoder.words();
      int views = words == null || encoder.characters() == null ? 1 : 2;
      ModelSpec spec =
          new ModelSpec(
              ModelSpec.FORMAT,
              "m",
              "1",
              words == null ? null : words.view(),
              encoder.characters(),
              dialogue == null ? null : dialogue.spec(views),
              new Decision(LABELS, 1, 0),
              null,
              Map.of(),
              new Provenance(CORPUS, CORPUS, Map.of(), 1, Map.of(), "", Map.of()));
      return new ModelBundle(
          Path.of("the test"),
          spec,
          networks,
          encoder.vocabulary(),
          new GoldenUtterances(List.of()));
    }

    @Override
    public void close() {
      learner.close();
    }
  }
}
