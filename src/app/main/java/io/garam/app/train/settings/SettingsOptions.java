package io.garam.app.train;

import io.garam.training.corpus.Corpus;
import io.garam.training.settings.SuggestedSettings;
import io.garam.training.settings.TrainingSettings;
import picocli.CommandLine.ArgGroup;

/** The flags that replace what the corpus suggests; their names are those in the provenance. */
final class SettingsOptions {

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

  /**
   * Returns the settings for a corpus, those given in place of those suggested.
   *
   * @param follow whether dialogues are followed
   * @param dialogues how, where they are
   * @throws io.garam.app.usage.UsageException if one is out of its range
   */
  TrainingSettings over(Corpus corpus, boolean follow, DialogueOptions dialogues) {
    TrainingSettings suggested = SuggestedSettings.of(corpus, text.views(corpus), follow);
    TrainingSettings.Builder settings =
        suggested.toBuilder()
            .network(network.over(suggested.network()))
            .text(text.over(suggested.text()))
            .dialogue(dialogues.over(suggested.dialogue()))
            .regularization(regularization.over(suggested.regularization()))
            .outOfScope(outOfScope.over(suggested.outOfScope()));
    optimization.over(suggested, settings);
    return settings.build();
  }
}
