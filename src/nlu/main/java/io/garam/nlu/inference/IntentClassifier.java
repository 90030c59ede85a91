package io.garam.nlu.inference;

import io.garam.nlu.Intent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Thresholds;
import io.garam.nlu.Utterance;
import io.garam.nlu.dialogue.DialogueSpec;
import io.garam.nlu.explainer.Explainer;
import io.garam.nlu.explanation.Explanation;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.signature.TrustedKeys;
import java.nio.file.Path;
import java.util.List;

/**
 * Intent classifier: finds what texts mean, with one model bundle. The answer for a text does not
 * depend on what else is in the batch, but for how ONNX Runtime rounds sums in batches of different
 * sizes (some 1e-7 of a probability); larger batches are faster. Utterances of dialogues go through
 * a {@link DialogueTracker}. Safe for many threads.
 *
 * @since 0.1.0
 */
public final class IntentClassifier implements AutoCloseable {

  private final OnnxClassifier classifier;

  private IntentClassifier(OnnxClassifier classifier) {
    this.classifier = classifier;
  }

  /**
   * Loads a model bundle and checks that it still answers as it did when it was made.
   *
   * @throws io.garam.nlu.GaramException if the folder is missing, incomplete or changed, or the
   *     golden utterances do not come out as recorded
   */
  public static IntentClassifier load(Path folder) {
    return load(folder, Thresholds.OF_MODEL);
  }

  /**
   * Loads a model bundle as {@link #load(Path)} does.
   *
   * @param thresholds that hold instead of the model's own
   * @throws io.garam.nlu.GaramException also if one is of a label that the model does not have
   */
  public static IntentClassifier load(Path folder, Thresholds thresholds) {
    return load(folder, thresholds, List.of());
  }

  /**
   * Loads a model bundle as {@link #load(Path)} does, if a trusted key has signed it.
   *
   * @param thresholds that hold instead of the model's own
   * @param trustedKeys files with an Ed25519 public key in PEM, or folders of such
   * @throws io.garam.nlu.GaramException as {@link #load(Path)}, and if none of the keys has signed
   *     the model
   * @since 0.1.0
   */
  public static IntentClassifier load(Path folder, Thresholds thresholds, List<Path> trustedKeys) {
    return new IntentClassifier(
        OnnxClassifier.load(folder, thresholds, TrustedKeys.read(trustedKeys)));
  }

  /** Returns the forward pass, for what follows dialogues with it. */
  OnnxClassifier classifier() {
    return classifier;
  }

  /** Returns which model this is. */
  public ModelReference model() {
    return classifier.model();
  }

  /** Returns the thresholds below which an answer is unknown. */
  public Thresholds thresholds() {
    return classifier.thresholds();
  }

  /** Returns all labels that an answer can have, unknown aside, in the order of probabilities. */
  public List<String> labels() {
    return classifier.labels();
  }

  /** Says whether the model follows dialogues, so that what was said before counts. */
  public boolean followsDialogues() {
    return classifier.dialogue() != null;
  }

  /** Returns the speakers that the model tells apart by name, such as user and system. */
  public List<String> speakers() {
    DialogueSpec dialogue = classifier.spec().dialogue();
    return dialogue == null ? List.of() : dialogue.speakers();
  }

  /** Says whether a text is blank: nothing in it can be classified. */
  public boolean isBlank(String text) {
    return classifier.isBlank(text);
  }

  /**
   * Classifies texts, each by itself: as the first of a dialogue where the model follows dialogues.
   *
   * @param texts none of them blank
   * @return one intent for each text, in the order given
   * @throws IllegalArgumentException if a text is blank
   */
  public List<Intent> classify(List<String> texts) {
    return new DialogueTracker(this).classify(alone(texts));
  }

  /**
   * Classifies one text, which is not blank.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public Intent classify(String text) {
    return classify(List.of(text)).get(0);
  }

  /**
   * Returns the calibrated probabilities of texts, each by itself.
   *
   * @param texts none of them blank
   * @return {@code [texts, labels]}, each row summing to 1
   * @throws IllegalArgumentException if a text is blank
   */
  public float[][] probabilities(List<String> texts) {
    return new DialogueTracker(this).probabilities(alone(texts));
  }

  /**
   * Explains the answer for a text that stands alone.
   *
   * @throws IllegalArgumentException if it is blank
   * @throws io.garam.nlu.GaramException if the model has one label alone
   */
  public Explanation explain(String text) {
    return explain(List.of(Utterance.alone(text)));
  }

  /**
   * Explains the answer for the last utterance of a dialogue. What an {@link DialogueTracker}
   * remembers plays no part.
   *
   * @param dialogue at least one utterance, none of them blank; no more than one with a model that
   *     judges every utterance alone
   * @throws IllegalArgumentException if there are more or none, or one is blank
   * @throws io.garam.nlu.GaramException if the model has one label alone
   */
  public Explanation explain(List<Utterance> dialogue) {
    return Explainer.explain(classifier, dialogue);
  }

  private static List<Utterance> alone(List<String> texts) {
    return texts.stream().map(Utterance::alone).toList();
  }

  /** Waits for runs under way, then frees the native memory of the model. */
  @Override
  public void close() {
    classifier.close();
  }
}
