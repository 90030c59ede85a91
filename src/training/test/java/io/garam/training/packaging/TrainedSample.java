package io.garam.training.packaging;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.nlu.Utterance;
import io.garam.nlu.bundle.GoldenUtterances;
import io.garam.nlu.bundle.GoldenUtterances.GoldenUtterance;
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
import io.garam.nlu.onnx.StepTracker;
import io.garam.nlu.text.CharacterTokenizer;
import io.garam.nlu.text.WordTokenizer;
import io.garam.training.batching.DialogueSequences;
import io.garam.training.batching.Minibatch;
import io.garam.training.embedding.EncodedText;
import io.garam.training.export.Cell;
import io.garam.training.export.NetworkWeights;
import io.garam.training.network.Learner;
import io.garam.training.network.NetworkShape;
import io.garam.training.network.Regularization;
import io.garam.training.optimizer.LearningRates;
import io.garam.training.settings.DialogueSettings;
import io.garam.training.settings.Views;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A classifier that has learned a little, so that its gates differ and its rows are rounded. */
final class TrainedSample implements AutoCloseable {

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

  private static final List<String> LABELS = List.of("a", "b", "c");

  private final UtteranceEncoder encoder;
  private final @Nullable DialogueSettings dialogue;
  private final Learner learner;
  private final NetworkWeights weights;

  TrainedSample(Cell cell, int directions, Views views) {
    this(cell, directions, views, null);
  }

  /**
   * @param step the cell along dialogues; null for none
   */
  TrainedSample(Cell cell, int directions, Views views, @Nullable Cell step) {
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
                : new CharacterNgrams(new CharacterTokenizer(true, 256), 1_000, 2));
    NetworkShape shape =
        new NetworkShape(
            cell, directions, 16, HIDDEN, HIDDEN, 3, dialogue == null ? null : dialogue.shape());
    learner = new Learner(encoder, shape, new Regularization(0.1, 0.1, 0.1, 0.1, 0.1), 0.1, 11, 1);
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

  private double verify(Networks networks) {
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

  /** Writes what was trained to a folder, and returns its classifier. */
  OnnxClassifier export(Path folder) {
    ModelBundle made = bundle(weights.toOnnx());
    OnnxClassifier exported = OnnxClassifier.of(made);
    String text = TEXTS.get(0);
    float[] answer = new StepTracker(exported).probabilities(List.of(Utterance.alone(text)))[0];
    GoldenUtterances golden =
        new GoldenUtterances(
            List.of(
                new GoldenUtterance(
                    text, null, null, Map.of("a", answer[0], "b", answer[1], "c", answer[2]))));
    ModelBundle.write(folder, made.spec(), made.networks(), made.vocabulary(), golden, "");
    return exported;
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
            null,
            new Decision(LABELS, 1, 0),
            null,
            Map.of(),
            new Provenance(CORPUS, CORPUS, Map.of(), 1, Map.of(), "", Map.of()));
    return new ModelBundle(
        Path.of("the test"), spec, networks, encoder.vocabulary(), new GoldenUtterances(List.of()));
  }

  @Override
  public void close() {
    learner.close();
  }

  NetworkWeights weights() {
    return weights;
  }

  double verifyExport() {
    return verify(weights.toOnnx());
  }

  /** Makes sure that the check notices weights that are not those that were trained. */
  void assertCaught(NetworkWeights wrong) {
    assertThatThrownBy(() -> verify(wrong.toOnnx()))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("no model was written");
  }
}
