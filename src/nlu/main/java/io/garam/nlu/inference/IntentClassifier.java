package io.garam.nlu.inference;

import io.garam.nlu.Intent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Utterance;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.dialogue.DialogueSpec;
import io.garam.nlu.encoding.UtteranceEncoder;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From texts to intents, with one model. Reading a text does not depend on what else is in the
 * batch. Where the model follows dialogues, what was read still has to be put at its place in one:
 * {@link DialogueTracker} does both and remembers. Safe for many threads.
 */
public final class IntentClassifier implements AutoCloseable {

  private final ModelSpec spec;
  private final ModelReference model;
  private final UtteranceEncoder encoder;
  private final UtteranceNetwork network;
  private final @Nullable DialogueNetwork dialogue;

  private IntentClassifier(ModelBundle bundle) {
    bundle.checkGraphs();
    this.spec = bundle.spec();
    this.model = spec.reference();
    this.encoder = bundle.encoder();
    String source = bundle.folder().toString();
    this.network = new UtteranceNetwork(bundle.networks().utterance(), source);
    byte[] step = bundle.networks().dialogueStep();
    DialogueSpec followed = spec.dialogue();
    this.dialogue =
        step == null || followed == null ? null : new DialogueNetwork(step, source, followed);
  }

  /**
   * Loads a model bundle and checks that it still answers as it did when it was made.
   *
   * @throws io.garam.nlu.GaramException if the folder is missing, incomplete or changed, or the
   *     golden utterances do not come out as recorded
   */
  public static IntentClassifier load(Path folder) {
    ModelBundle bundle = ModelBundle.read(folder);
    IntentClassifier classifier = new IntentClassifier(bundle);
    try {
      bundle
          .golden()
          .verify(
              folder,
              classifier.labels(),
              utterances -> new DialogueTracker(classifier).probabilities(utterances));
    } catch (RuntimeException e) {
      classifier.close();
      throw e;
    }
    return classifier;
  }

  /**
   * Returns the classifier of a bundle in memory, whose golden utterances are not tried.
   *
   * @throws io.garam.nlu.GaramException if a graph is not as training writes it
   */
  public static IntentClassifier of(ModelBundle bundle) {
    return new IntentClassifier(bundle);
  }

  /** Returns what the model's bundle says of it. */
  public ModelSpec spec() {
    return spec;
  }

  /** Returns which model this is. */
  public ModelReference model() {
    return model;
  }

  /** Returns all labels that an answer can have, unknown aside. */
  public List<String> labels() {
    return spec.decision().labels();
  }

  /** Says whether there is anything in a text to classify. */
  public boolean isBlank(String text) {
    return encoder.isBlank(text);
  }

  /** Returns the dialogue step, null where the model judges every utterance alone. */
  public @Nullable DialogueNetwork dialogue() {
    return dialogue;
  }

  /**
   * Reads texts.
   *
   * @param texts none of them blank
   * @return {@code [texts, labels]} logits, or {@code [texts, vector]} where there is a {@link
   *     #dialogue() dialogue step} that goes on from there; in the order given
   * @throws IllegalArgumentException if a text is blank
   */
  public float[][] read(List<String> texts) {
    return network.read(texts.stream().map(encoder::encode).toList());
  }

  /** Returns the intent that logits stand for. */
  public Intent decide(float[] logits) {
    return spec.decision().decide(logits, model);
  }

  /**
   * Finds the intents of texts, each by itself: as the first of a dialogue where the model follows
   * dialogues.
   *
   * @param texts none of them blank
   * @return one intent for each text, in the order given
   * @throws IllegalArgumentException if a text is blank
   */
  public List<Intent> classify(List<String> texts) {
    return new DialogueTracker(this).classify(alone(texts));
  }

  /** Finds the intent of one text that is not blank. */
  public Intent classify(String text) {
    return classify(List.of(text)).get(0);
  }

  /** Returns the calibrated probabilities of texts, each by itself, {@code [texts, labels]}. */
  public float[][] probabilities(List<String> texts) {
    return new DialogueTracker(this).probabilities(alone(texts));
  }

  private static List<Utterance> alone(List<String> texts) {
    return texts.stream().map(Utterance::alone).toList();
  }

  @Override
  public void close() {
    network.close();
    if (dialogue != null) {
      dialogue.close();
    }
  }
}
