package io.garam.app.train.settings;

import io.garam.training.TrainingPlan;
import io.garam.training.corpus.Corpus;
import io.garam.training.settings.Speed;
import io.garam.training.settings.SuggestedSettings;
import io.garam.training.settings.TrainingSettings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The flags that replace what the corpus suggests; their names are those in the provenance. */
public final class SettingsOptions {

  @Option(
      names = "--speed",
      paramLabel = "fast|balanced|accurate",
      description = {
        "What the model costs when it tags. balanced: where a model reads words and characters, a"
            + " small network reads the words of each utterance, and another the characters of"
            + " those alone that the words leave in doubt; at most 0.05 points of the validation"
            + " accuracy are lost by that. Along dialogues all is read of each utterance, in small"
            + " corpora of Hangul, Han and Kana forward only. accurate: wide networks read all of each"
            + " utterance. fast: narrower networks, which lose something of their own, and up to half a"
            + " point more by what they leave unread. Default: balanced."
      })
  private Speed speed = Speed.BALANCED;

  @ArgGroup(validate = false, heading = "%nNetwork, by default such as suits the corpus:%n")
  private NetworkOptions network = new NetworkOptions();

  @ArgGroup(validate = false, heading = "%nText, by default read as suits the corpus:%n")
  private TextOptions text = new TextOptions();

  @ArgGroup(validate = false, heading = "%nTraining loop, by default such as suits the corpus:%n")
  private OptimizationOptions optimization = new OptimizationOptions();

  @ArgGroup(validate = false, heading = "%nRegularization, by default such as suits the corpus:%n")
  private RegularizationOptions regularization = new RegularizationOptions();

  @ArgGroup(validate = false, heading = "%nOut of scope:%n")
  private OutOfScopeOptions outOfScope = new OutOfScopeOptions();

  @ArgGroup(validate = false, heading = "%nDialogues:%n")
  private DialogueOptions dialogues = new DialogueOptions();

  /**
   * Returns how a model of the corpus, or of a part of it, is made.
   *
   * @throws io.garam.nlu.GaramException if dialogues should be followed and the corpus has none
   */
  public TrainingPlan plan(Corpus corpus) {
    boolean follow = dialogues.follow(corpus);
    return new TrainingPlan(
        part -> over(part, follow), dialogues.onTrial(corpus) ? part -> over(part, false) : null);
  }

  /**
   * Returns the settings for a corpus, those given in place of those suggested.
   *
   * @param follow whether dialogues are followed
   * @throws io.garam.app.usage.UsageException if one is out of its range
   */
  private TrainingSettings over(Corpus corpus, boolean follow) {
    TrainingSettings suggested = SuggestedSettings.of(corpus, speed, text.views(corpus), follow);
    TrainingSettings.Builder settings =
        suggested.toBuilder()
            .network(network.over(suggested.network(), suggested.text().characters() != null))
            .text(text.over(suggested.text()))
            .dialogue(dialogues.over(suggested.dialogue()))
            .regularization(regularization.over(suggested.regularization()))
            .outOfScope(outOfScope.over(suggested.outOfScope()));
    optimization.over(suggested, settings);
    return settings.build();
  }
}
