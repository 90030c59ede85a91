package io.garam.nlu.onnx;

import io.garam.nlu.Intent;
import io.garam.nlu.Intent.ModelReference;
import io.garam.nlu.Thresholds;
import io.garam.nlu.bundle.GoldenUtterances;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.bundle.ModelSpec;
import io.garam.nlu.bundle.Networks;
import io.garam.nlu.decision.Cascade;
import io.garam.nlu.dialogue.DialogueSpec;
import io.garam.nlu.encoding.UtteranceEncoder;
import io.garam.nlu.signature.TrustedKeys;
import io.garam.nlu.text.NormalForm;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Forward pass of one model, from texts to logits and from logits to intents. Reading a text does
 * not depend on what else is in the batch. Where the model follows dialogues, what was read still
 * has to be put at its place in one: {@link StepTracker} does both and remembers. Safe for many
 * threads.
 */
public final class OnnxClassifier implements AutoCloseable {

  private final ModelSpec spec;
  private final ModelReference model;
  private final Thresholds thresholds;
  private final GoldenUtterances golden;
  private final TextReader reader;
  private final @Nullable DialogueNetwork dialogue;

  private OnnxClassifier(ModelBundle bundle, Thresholds given) {
    bundle.checkGraphs();
    this.spec = bundle.spec();
    this.model = spec.reference();
    this.golden = bundle.golden();
    this.thresholds = spec.decision().inEffect(given);
    String source = bundle.folder().toString();
    this.reader = reader(bundle, source);
    byte[] step = bundle.networks().dialogueStep();
    DialogueSpec followed = spec.dialogue();
    this.dialogue =
        step == null || followed == null
            ? null
            : new DialogueNetwork(step, source, followed, spec.views());
  }

  private TextReader reader(ModelBundle bundle, String source) {
    UtteranceEncoder encoder = bundle.encoder();
    Networks networks = bundle.networks();
    UtteranceNetwork utterance = new UtteranceNetwork(networks.utterance(), source);
    Cascade cascade = spec.cascade();
    if (networks.characters() == null || cascade == null) {
      return new SingleStageReader(encoder, utterance);
    }
    TextReader words =
        new SingleStageReader(new UtteranceEncoder(encoder.words(), null), utterance);
    try {
      return new CascadeReader(
          words,
          new SingleStageReader(
              new UtteranceEncoder(null, encoder.characters()),
              new UtteranceNetwork(networks.characters(), source)),
          cascade,
          spec.decision());
    } catch (RuntimeException e) {
      words.close();
      throw e;
    }
  }

  /**
   * Loads a model bundle and checks that it still answers as it did when it was made.
   *
   * @throws io.garam.nlu.GaramException if the folder is missing, incomplete or changed, or the
   *     golden utterances do not come out as recorded
   */
  public static OnnxClassifier load(Path folder) {
    return load(folder, Thresholds.OF_MODEL, TrustedKeys.NONE);
  }

  /**
   * Loads a model bundle as {@link #load(Path)} does, if a trusted key has signed it.
   *
   * @param thresholds that hold instead of the model's own
   * @param keys one of which must have signed it, where there are any
   * @throws io.garam.nlu.GaramException also if a threshold is of a label that the model does not
   *     have, or none of the keys has signed it
   */
  public static OnnxClassifier load(Path folder, Thresholds thresholds, TrustedKeys keys) {
    return load(ModelBundle.read(folder, keys), thresholds);
  }

  /**
   * Loads a model bundle that was read already, and checks that it still answers as it did when it
   * was made.
   *
   * @param thresholds that hold instead of the model's own
   * @throws io.garam.nlu.GaramException if a graph is not as training writes it, the golden
   *     utterances do not come out as recorded, or a threshold is of a label that the model does
   *     not have
   */
  public static OnnxClassifier load(ModelBundle bundle, Thresholds thresholds) {
    OnnxClassifier classifier = new OnnxClassifier(bundle, thresholds);
    try {
      bundle
          .golden()
          .verify(
              bundle.folder(),
              classifier.labels(),
              utterances -> new StepTracker(classifier).probabilities(utterances));
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
  public static OnnxClassifier of(ModelBundle bundle) {
    return new OnnxClassifier(bundle, Thresholds.OF_MODEL);
  }

  /** Returns what the model's bundle says of it. */
  public ModelSpec spec() {
    return spec;
  }

  /** Returns which model this is. */
  public ModelReference model() {
    return model;
  }

  /** Returns the utterances on which the model proves itself when it is loaded. */
  public GoldenUtterances golden() {
    return golden;
  }

  /** Returns all labels that an answer can have, unknown aside. */
  public List<String> labels() {
    return spec.decision().labels();
  }

  /** Returns the thresholds below which an answer is unknown. */
  public Thresholds thresholds() {
    return thresholds;
  }

  /** Says whether there is anything in a text to classify. */
  public boolean isBlank(String text) {
    return NormalForm.isBlank(text);
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
    for (int i = 0; i < texts.size(); i++) {
      if (isBlank(texts.get(i))) {
        throw new IllegalArgumentException(
            "Expected a text to classify, but number "
                + (i + 1)
                + " of "
                + texts.size()
                + " is empty or has only white space and invisible characters; leave out what"
                + " isBlank says is blank.");
      }
    }
    return reader.read(texts);
  }

  /**
   * Reads one text, and returns what the recurrent layers did that its answer comes from.
   *
   * @param text not blank
   */
  public List<LayerRun> trace(String text) {
    return reader.trace(text);
  }

  /** Returns the intent that logits stand for. */
  public Intent decide(float[] logits) {
    return spec.decision().decide(logits, thresholds, model);
  }

  @Override
  public void close() {
    reader.close();
    if (dialogue != null) {
      dialogue.close();
    }
  }
}
