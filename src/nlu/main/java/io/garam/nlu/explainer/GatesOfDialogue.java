package io.garam.nlu.explainer;

import io.garam.nlu.Utterance;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.explanation.LayerGates;
import io.garam.nlu.onnx.LayerRun;
import io.garam.nlu.onnx.NetworkInputs;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.onnx.StepTracker;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Gates of all recurrent layers that the answer for the last utterance of a dialogue comes from.
 *
 * @param dialogue at least one utterance
 */
record GatesOfDialogue(OnnxClassifier classifier, List<Utterance> dialogue) {

  private static final String WORDS = "words";
  private static final String CHARACTERS = "characters";

  /** Stands for the step over what ends an utterance. */
  private static final String END = "⟨end⟩";

  List<LayerGates> layers() {
    String text = dialogue.get(dialogue.size() - 1).text();
    List<LayerGates> layers = new ArrayList<>();
    for (LayerRun run : classifier.trace(text)) {
      boolean words = run.name().equals(NetworkInputs.WORD_VIEW);
      layers.add(
          GateReader.read(
              words ? WORDS : CHARACTERS, words ? tokens(text) : characters(text), run));
    }
    layers.addAll(steps());
    return layers;
  }

  private List<String> tokens(String text) {
    return Objects.requireNonNull(classifier.spec().words()).tokenizer().tokenize(text);
  }

  private List<String> characters(String text) {
    CharacterNgrams ngrams = Objects.requireNonNull(classifier.spec().characters());
    int[] characters = ngrams.tokenizer().characters(text);
    List<String> steps = new ArrayList<>();
    for (int start = 0; start <= characters.length; start += ngrams.stride()) {
      StringBuilder step = new StringBuilder();
      for (int i = start; i < start + ngrams.stride() && i <= characters.length; i++) {
        step.append(i == characters.length ? END : Character.toString(characters[i]));
      }
      steps.add(step.toString());
    }
    return steps;
  }

  /** The dialogue step's layers, each over all utterances. */
  private List<LayerGates> steps() {
    StepTracker tracker = new StepTracker(classifier);
    List<List<LayerRun>> ofViews = new ArrayList<>();
    for (Utterance utterance : Explainer.inDialogue(dialogue, "")) {
      List<LayerRun> runs = tracker.trace(utterance);
      for (int view = 0; view < runs.size(); view++) {
        if (ofViews.size() == view) {
          ofViews.add(new ArrayList<>());
        }
        ofViews.get(view).add(runs.get(view));
      }
      tracker.classify(List.of(utterance));
    }
    List<String> said = dialogue.stream().map(GatesOfDialogue::withSpeaker).toList();
    List<String> views = views();
    List<LayerGates> layers = new ArrayList<>();
    for (int view = 0; view < ofViews.size(); view++) {
      layers.add(
          GateReader.read("dialogue, by " + views.get(view), said, joined(ofViews.get(view))));
    }
    return layers;
  }

  private static String withSpeaker(Utterance said) {
    return said.speaker() == null ? said.text() : said.speaker() + ": " + said.text();
  }

  private List<String> views() {
    ModelSpec spec = classifier.spec();
    return Stream.of(spec.words() == null ? "" : WORDS, spec.characters() == null ? "" : CHARACTERS)
        .filter(view -> !view.isEmpty())
        .toList();
  }

  /** Runs of one step each, of which each begins where the one before it has ended. */
  private static LayerRun joined(List<LayerRun> runs) {
    LayerRun first = runs.get(0);
    return new LayerRun(
        first.name(),
        runs.stream().map(run -> run.inputs()[0]).toArray(float[][]::new),
        first.start(),
        new float[][][] {runs.stream().map(run -> run.states()[0][0]).toArray(float[][]::new)},
        first.inputWeight(),
        first.recurrentWeight(),
        first.bias());
  }
}
