package io.garam.nlu.explainer;

import io.garam.nlu.GaramException;
import io.garam.nlu.Intent;
import io.garam.nlu.Utterance;
import io.garam.nlu.decision.Decision;
import io.garam.nlu.encoding.WordView;
import io.garam.nlu.explanation.Effect;
import io.garam.nlu.explanation.Explanation;
import io.garam.nlu.explanation.LabelScore;
import io.garam.nlu.explanation.LayerGates;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.onnx.StepTracker;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Explains the answer for the last utterance of a dialogue, or for one that stands alone. */
public final class Explainer {

  private final OnnxClassifier classifier;
  private final Decision decision;
  private final List<Utterance> dialogue;
  private final Utterance last;
  private final float[] logits;
  private final int label;
  private final int runnerUp;

  private Explainer(
      OnnxClassifier classifier, List<Utterance> dialogue, @Nullable String compared) {
    this.classifier = classifier;
    this.decision = classifier.spec().decision();
    this.dialogue = dialogue;
    this.last = dialogue.get(dialogue.size() - 1);
    this.logits = logits(List.of(dialogue)).get(0);
    this.label = Decision.mostProbable(logits);
    int other = compared == null ? -1 : classifier.labels().indexOf(compared);
    this.runnerUp = other < 0 || other == label ? Decision.secondMostProbable(logits) : other;
  }

  /**
   * Explains.
   *
   * @param dialogue at least one utterance, and no more with a model that judges each alone; none
   *     of them blank
   * @throws GaramException if the model has one label alone
   * @throws IllegalArgumentException if there are more utterances or none, or one is blank
   */
  public static Explanation explain(OnnxClassifier classifier, List<Utterance> dialogue) {
    return of(classifier, dialogue, null).explanation();
  }

  /**
   * Explains as {@link #explain}, but for gates and, unless the text is one token, characters,
   * which cost most: for many answers.
   *
   * @param compared the label in place of the runner-up, where the model has it and it is not the
   *     most probable one
   */
  public static Explanation explainInBrief(
      OnnxClassifier classifier, List<Utterance> dialogue, String compared) {
    return of(classifier, dialogue, compared).brief();
  }

  private static Explainer of(
      OnnxClassifier classifier, List<Utterance> dialogue, @Nullable String compared) {
    if (dialogue.isEmpty() || (dialogue.size() > 1 && classifier.dialogue() == null)) {
      throw new IllegalArgumentException(
          "expected one utterance, or several with a model that follows dialogues, but found "
              + dialogue.size());
    }
    if (classifier.labels().size() < 2) {
      throw new GaramException(
          "Expected a model of two labels or more to explain, but "
              + classifier.model()
              + " has one, which is its answer to everything.");
    }
    return new Explainer(classifier, dialogue, compared);
  }

  private Explanation explanation() {
    return explanation(
        classifier.spec().characters() != null, new GatesOfDialogue(classifier, dialogue).layers());
  }

  private Explanation brief() {
    return explanation(false, List.of());
  }

  /**
   * @param characters whether they are left out too; those of a single token are in any case, since
   *     without the token nothing is left
   */
  private Explanation explanation(boolean characters, List<LayerGates> layers) {
    WordView words = classifier.spec().words();
    LeaveOneOut tokens = LeaveOneOut.tokens(words == null ? null : words.tokenizer(), last.text());
    return new Explanation(
        tokens.text(),
        intent(),
        score(label),
        score(runnerUp),
        effects(tokens),
        characters || tokens.parts().size() == 1
            ? effects(LeaveOneOut.characters(classifier.spec().characters(), last.text()))
            : List.of(),
        effectsOfEarlier(),
        layers);
  }

  private Intent intent() {
    List<Intent> intents = new StepTracker(classifier).classify(inDialogue(dialogue, ""));
    return intents.get(intents.size() - 1);
  }

  private LabelScore score(int scored) {
    return new LabelScore(
        classifier.labels().get(scored),
        decision.probabilities(logits)[scored],
        decision.logOdds(logits, scored));
  }

  private List<Effect> effects(LeaveOneOut parts) {
    List<Utterance> earlier = dialogue.subList(0, dialogue.size() - 1);
    List<String> names = new ArrayList<>();
    List<List<Utterance>> without = new ArrayList<>();
    for (int i = 0; i < parts.parts().size(); i++) {
      names.add(parts.part(i));
      String rest = parts.without(i);
      List<Utterance> said = new ArrayList<>(earlier);
      said.add(new Utterance(rest, last.dialogue(), last.speaker()));
      without.add(classifier.isBlank(rest) ? List.of() : said);
    }
    return effects(names, without);
  }

  private List<Effect> effectsOfEarlier() {
    List<String> names = new ArrayList<>();
    List<List<Utterance>> without = new ArrayList<>();
    for (int i = 0; i < dialogue.size() - 1; i++) {
      names.add(dialogue.get(i).text());
      List<Utterance> said = new ArrayList<>(dialogue);
      said.remove(i);
      without.add(said);
    }
    List<Effect> effects = effects(names, without);
    return IntStream.range(0, effects.size())
        .mapToObj(i -> effects.get(i).saidBy(dialogue.get(i).speaker()))
        .toList();
  }

  /**
   * @param without the dialogue without each part; empty where nothing is left of its last
   *     utterance
   */
  private List<Effect> effects(List<String> parts, List<List<Utterance>> without) {
    List<float[]> answers = logits(without.stream().filter(said -> !said.isEmpty()).toList());
    List<Effect> effects = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < parts.size(); i++) {
      effects.add(
          without.get(i).isEmpty()
              ? new Effect(parts.get(i), null, null, null)
              : effect(parts.get(i), answers.get(next++)));
    }
    return effects;
  }

  private Effect effect(String part, float[] without) {
    return new Effect(
        part,
        decision.logOdds(logits, label) - decision.logOdds(without, label),
        decision.logOdds(logits, runnerUp) - decision.logOdds(without, runnerUp),
        classifier.decide(without).label());
  }

  /** Returns the logits of the last utterance of each dialogue. */
  private List<float[]> logits(List<List<Utterance>> dialogues) {
    List<Utterance> all = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (List<Utterance> said : dialogues) {
      all.addAll(inDialogue(said, Integer.toString(ends.size())));
      ends.add(all.size() - 1);
    }
    float[][] logits = new StepTracker(classifier).logits(all);
    return ends.stream().map(end -> logits[end]).toList();
  }

  static List<Utterance> inDialogue(List<Utterance> said, String name) {
    return said.stream().map(one -> new Utterance(one.text(), name, one.speaker())).toList();
  }
}
