package io.garam.nlu.onnx;

import io.garam.nlu.Intent;
import io.garam.nlu.Intent.Place;
import io.garam.nlu.Utterance;
import io.garam.nlu.dialogue.DialogueMemory;
import io.garam.nlu.dialogue.Step;
import io.garam.nlu.dialogue.StepBatches;
import io.garam.nlu.dialogue.StepBatches.EncodedTurn;
import io.garam.nlu.dialogue.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Steps through dialogues with one model: finds logits and intents of utterances at their places in
 * dialogues, as many as come, and keeps the state of each dialogue. With a model that judges every
 * utterance alone there is no state. Not safe for many threads.
 */
public final class StepTracker {

  private final OnnxClassifier classifier;
  private final Map<Object, DialogueMemory> memories = new HashMap<>();

  /**
   * @param classifier which stays its owner's to close
   */
  public StepTracker(OnnxClassifier classifier) {
    this.classifier = classifier;
  }

  /**
   * Finds intents.
   *
   * @param utterances none of them blank; those of a dialogue in the order in which they were said,
   *     after those that this tracker was given before
   * @return one intent for each utterance, in the order given
   */
  public List<Intent> classify(List<Utterance> utterances) {
    float[][] read = read(utterances);
    return classifier.dialogue() == null
        ? Stream.of(read).map(classifier::decide).toList()
        : steps(utterances, read, classifier.dialogue()).stream().map(this::intent).toList();
  }

  private Intent intent(Step step) {
    return classifier.decide(step.logits()).at(new Place(step.after().utterances(), null, null));
  }

  /** Returns the logits of utterances, {@code [utterances, labels]}, as {@link #classify}. */
  public float[][] logits(List<Utterance> utterances) {
    float[][] read = read(utterances);
    return classifier.dialogue() == null
        ? read
        : steps(utterances, read, classifier.dialogue()).stream()
            .map(Step::logits)
            .toArray(float[][]::new);
  }

  /** Returns the calibrated probabilities of utterances, {@code [utterances, labels]}. */
  public float[][] probabilities(List<Utterance> utterances) {
    return Stream.of(logits(utterances))
        .map(classifier.spec().decision()::probabilities)
        .toArray(float[][]::new);
  }

  /**
   * Returns what the recurrent layers of the dialogue step do with an utterance at its place, which
   * is not remembered as said; nothing where the model judges every utterance alone.
   */
  public List<LayerRun> trace(Utterance utterance) {
    DialogueNetwork network = classifier.dialogue();
    if (network == null) {
      return List.of();
    }
    float[] vector = read(List.of(utterance))[0];
    return network.trace(
        new Turn(vector, utterance.speaker(), memory(utterance.dialogue(), network)));
  }

  private DialogueMemory memory(@Nullable Object dialogue, DialogueNetwork network) {
    return memories.getOrDefault(dialogue, network.spec().initialState());
  }

  /**
   * Forgets a dialogue, which has ended.
   *
   * @param dialogue null for one of which nothing is remembered
   */
  public void forget(@Nullable String dialogue) {
    memories.remove(dialogue);
  }

  /** Reads each text once, however often it is said: explaining says a dialogue many times. */
  private float[][] read(List<Utterance> utterances) {
    List<String> texts = utterances.stream().map(Utterance::text).distinct().toList();
    float[][] read = classifier.read(texts);
    Map<String, float[]> byText = new HashMap<>();
    for (int i = 0; i < read.length; i++) {
      byText.put(texts.get(i), read[i]);
    }
    return utterances.stream()
        .map(said -> Objects.requireNonNull(byText.get(said.text())))
        .toArray(float[][]::new);
  }

  private List<Step> steps(List<Utterance> utterances, float[][] read, DialogueNetwork network) {
    List<EncodedTurn<Object>> said = new ArrayList<>();
    for (int i = 0; i < read.length; i++) {
      Utterance utterance = utterances.get(i);
      said.add(EncodedTurn.of(utterance.dialogue(), read[i], utterance.speaker()));
    }
    List<Step> steps = StepBatches.step(said, dialogue -> memory(dialogue, network), network::step);
    for (int i = 0; i < read.length; i++) {
      if (utterances.get(i).dialogue() != null) {
        memories.put(said.get(i).dialogue(), steps.get(i).after());
      }
    }
    return steps;
  }
}
