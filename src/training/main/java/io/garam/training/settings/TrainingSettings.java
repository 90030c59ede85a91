package io.garam.training.settings;

import io.garam.nlu.dialogue.DialogueSpec;
import io.garam.training.network.NetworkShape;
import io.garam.training.network.Regularization;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Training settings: all that a training depends on besides its corpora. {@link SuggestedSettings}
 * finds values that suit a corpus.
 *
 * @param speed what accuracy may be given for it
 * @param network the recurrent network
 * @param text how utterances are read
 * @param dialogue how dialogues are followed; null to judge every utterance alone
 * @param regularization what keeps the network from learning by heart
 * @param optimization the steps of the training loop
 * @param outOfScope what is made of utterances with none of the intents
 * @param seed of every random choice
 * @param teachers networks that learn first and whose mean answer the model then learns from; 0 for
 *     none
 * @param threads networks that may learn side by side; it does not change the outcome
 */
public record TrainingSettings(
    Speed speed,
    NetworkSettings network,
    TextSettings text,
    @Nullable DialogueSettings dialogue,
    Regularization regularization,
    OptimizationSettings optimization,
    OutOfScopeSettings outOfScope,
    long seed,
    int teachers,
    int threads) {

  /** Returns the sizes of a network for a number of labels. */
  public NetworkShape shape(int labels) {
    return network.shape(labels, dialogue);
  }

  /** Returns all settings by the name of the flag that sets them. */
  public Map<String, String> byFlag() {
    return SettingsByFlag.of(this);
  }

  /** Returns how the bundle says that dialogues are followed; null where they are not. */
  public @Nullable DialogueSpec dialogueSpec() {
    return dialogue == null ? null : dialogue.spec(text.views() == Views.BOTH ? 2 : 1);
  }

  /** Returns a builder that begins with these settings. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Builder of settings that differ from others in some. */
  public static final class Builder {

    private Speed speed;
    private NetworkSettings network;
    private TextSettings text;
    private @Nullable DialogueSettings dialogue;
    private Regularization regularization;
    private OptimizationSettings optimization;
    private OutOfScopeSettings outOfScope;
    private long seed;
    private int teachers;
    private int threads;

    private Builder(TrainingSettings from) {
      this.speed = from.speed;
      this.network = from.network;
      this.text = from.text;
      this.dialogue = from.dialogue;
      this.regularization = from.regularization;
      this.optimization = from.optimization;
      this.outOfScope = from.outOfScope;
      this.seed = from.seed;
      this.teachers = from.teachers;
      this.threads = from.threads;
    }

    public Builder speed(Speed value) {
      speed = value;
      return this;
    }

    public Builder network(NetworkSettings value) {
      network = value;
      return this;
    }

    public Builder text(TextSettings value) {
      text = value;
      return this;
    }

    public Builder dialogue(@Nullable DialogueSettings value) {
      dialogue = value;
      return this;
    }

    public Builder regularization(Regularization value) {
      regularization = value;
      return this;
    }

    public Builder optimization(OptimizationSettings value) {
      optimization = value;
      return this;
    }

    public Builder outOfScope(OutOfScopeSettings value) {
      outOfScope = value;
      return this;
    }

    public Builder seed(long value) {
      seed = value;
      return this;
    }

    public Builder teachers(int value) {
      teachers = value;
      return this;
    }

    public Builder threads(int value) {
      threads = value;
      return this;
    }

    public TrainingSettings build() {
      return new TrainingSettings(
          speed,
          network,
          text,
          dialogue,
          regularization,
          optimization,
          outOfScope,
          seed,
          teachers,
          threads);
    }
  }
}
