package io.garam.streams;

import io.garam.nlu.GaramException;
import io.garam.nlu.Intent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Thresholds;
import io.garam.nlu.Utterance;
import io.garam.nlu.bundle.GoldenUtterances.GoldenUtterance;
import io.garam.nlu.dialogue.DialogueSpec;
import io.garam.nlu.explainer.Explainer;
import io.garam.nlu.explanation.Explanation;
import io.garam.nlu.onnx.OnnxClassifier;
import io.garam.nlu.onnx.StepTracker;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.streams.config.GaramConfig;
import io.garam.streams.models.ServingModels;
import io.garam.streams.request.RequestTagger;
import io.garam.streams.settings.TaggerSettings;
import java.util.List;
import java.util.Objects;

/**
 * Model that is asked beside a stream, whichever is the current one, or without one: nothing that
 * it answers is counted, written or remembered, and what a stream remembers of dialogues plays no
 * part. Safe for many threads.
 *
 * @since 0.1.0
 */
public final class RunningModel implements AutoCloseable {

  private static final int MOST_OF_EXAMPLE = 4;

  private final ServingModels models;
  private final RequestTagger requests;
  private final Runnable end;

  private RunningModel(ServingModels models, RequestTagger requests, Runnable end) {
    this.models = models;
    this.requests = requests;
    this.end = end;
  }

  /** Returns the current model of a tagger, which stays the tagger's to close. */
  static RunningModel of(ServingModels models, RequestTagger requests) {
    return new RunningModel(models, requests, () -> {});
  }

  /**
   * Loads the model that a configuration names, to be asked without a stream. No broker is asked.
   *
   * @throws GaramException if the model cannot be used
   */
  public static RunningModel load(GaramConfig config) {
    ServingModels models =
        ServingModels.only(
            OnnxClassifier.load(
                config.model(), config.thresholds(), TrustedKeys.read(config.trustedKeys())));
    return new RunningModel(
        models,
        RequestTagger.of(models.current(), new TaggerSettings(config).events()),
        models::close);
  }

  /** Returns which model this is. */
  public ModelReference model() {
    return models.classifier().model();
  }

  /** Returns the thresholds below which an answer is unknown. */
  public Thresholds thresholds() {
    return models.classifier().thresholds();
  }

  /**
   * Returns what can be tried with it: the first of its golden utterances, up to four of one
   * dialogue where it follows dialogues.
   */
  public List<Utterance> example() {
    List<GoldenUtterance> golden = models.classifier().golden().utterances();
    if (golden.isEmpty()) {
      return List.of();
    }
    String dialogue = golden.get(0).dialogue();
    return golden.stream()
        .takeWhile(one -> Objects.equals(one.dialogue(), dialogue))
        .limit(followsDialogues() && dialogue != null ? MOST_OF_EXAMPLE : 1)
        .map(one -> new Utterance(one.text(), null, one.speaker()))
        .toList();
  }

  /** Returns all labels that an answer can have, unknown aside, in the order of probabilities. */
  public List<String> labels() {
    return models.classifier().labels();
  }

  /** Returns the speakers that the model tells apart by name; none where it judges each alone. */
  public List<String> speakers() {
    DialogueSpec dialogue = models.classifier().spec().dialogue();
    return dialogue == null ? List.of() : dialogue.speakers();
  }

  /** Says whether the model follows dialogues. */
  public boolean followsDialogues() {
    return models.classifier().dialogue() != null;
  }

  /**
   * Classifies utterances.
   *
   * @param dialogue in the order in which they were said, none of them blank
   * @throws IllegalArgumentException if an utterance is blank
   */
  public List<Intent> classify(List<Utterance> dialogue) {
    return models.ask(model -> new StepTracker(model).classify(dialogue));
  }

  /**
   * Returns the calibrated probabilities of utterances.
   *
   * @param dialogue in the order in which they were said, none of them blank
   * @return {@code [utterances, labels]}
   * @throws IllegalArgumentException if an utterance is blank
   */
  public float[][] probabilities(List<Utterance> dialogue) {
    return models.ask(model -> new StepTracker(model).probabilities(dialogue));
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
    return models.ask(model -> Explainer.explain(model, dialogue));
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

  /** Frees a model that was {@linkplain #load loaded}; that of a tagger ends with the tagger. */
  @Override
  public void close() {
    end.run();
  }
}
