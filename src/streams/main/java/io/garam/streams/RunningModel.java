package io.garam.streams;

import io.garam.nlu.GaramException;
import io.garam.nlu.Intent;
import io.garam.nlu.Utterance;
import io.garam.nlu.dialogue.DialogueSpec;
import io.garam.nlu.explainer.Explainer;
import io.garam.nlu.explanation.Explanation;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.onnx.StepTracker;
import io.garam.streams.request.RequestTagger;
import java.util.List;

/**
 * Model of a running tagger, asked beside the stream: nothing that it answers is counted, written
 * or remembered, and what the stream remembers of dialogues plays no part. Safe for many threads.
 *
 * @since 0.1.0
 */
public final class RunningModel {

  private final OnnxClassifier classifier;

  private final RequestTagger requests;

  RunningModel(OnnxClassifier classifier, RequestTagger requests) {
    this.classifier = classifier;
    this.requests = requests;
  }

  /** Returns all labels that an answer can have, unknown aside, in the order of probabilities. */
  public List<String> labels() {
    return classifier.labels();
  }

  /** Returns the speakers that the model tells apart by name; none where it judges each alone. */
  public List<String> speakers() {
    DialogueSpec dialogue = classifier.spec().dialogue();
    return dialogue == null ? List.of() : dialogue.speakers();
  }

  /** Says whether the model follows dialogues. */
  public boolean followsDialogues() {
    return classifier.dialogue() != null;
  }

  /**
   * Classifies utterances.
   *
   * @param dialogue in the order in which they were said, none of them blank
   * @throws IllegalArgumentException if an utterance is blank
   */
  public List<Intent> classify(List<Utterance> dialogue) {
    return new StepTracker(classifier).classify(dialogue);
  }

  /**
   * Returns the calibrated probabilities of utterances.
   *
   * @param dialogue in the order in which they were said, none of them blank
   * @return {@code [utterances, labels]}
   * @throws IllegalArgumentException if an utterance is blank
   */
  public float[][] probabilities(List<Utterance> dialogue) {
    return new StepTracker(classifier).probabilities(dialogue);
  }

  /**
   * Explains the answer for the last utterance of a dialogue.
   *
   * @param dialogue at least one utterance, none of them blank; no more than one with a model that
   *     judges every utterance alone
   * @throws IllegalArgumentException if there are more or none, or one is blank
   * @throws GaramException if the model has one label alone
   */
  public Explanation explain(List<Utterance> dialogue) {
    return Explainer.explain(classifier, dialogue);
  }

  /**
   * Tags events and returns what the output topic would carry for each.
   *
   * @param events of one dialogue, in order, where the model follows dialogues
   * @throws RuntimeException if one would be a dead letter, with the reason
   * @throws IllegalStateException if the model fails on everything, or the tagger is closed
   */
  public List<byte[]> tag(List<byte[]> events) {
    return requests.tag(events);
  }
}
