package io.garam.training;

import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.encoding.Subwords;
import io.garam.nlu.encoding.WordView;
import io.garam.training.corpus.Corpus;
import io.garam.training.export.Cell;
import io.garam.training.network.Regularization;
import io.garam.training.settings.DialogueSettings;
import io.garam.training.settings.NetworkSettings;
import io.garam.training.settings.OptimizationSettings;
import io.garam.training.settings.Speed;
import io.garam.training.settings.SuggestedSettings;
import io.garam.training.settings.TextSettings;
import io.garam.training.settings.TrainingSettings;
import io.garam.training.settings.Views;
import java.util.List;

/** Settings of a network that learns the sample corpora in a second. */
public final class SmallSettings {

  private static final int BUCKETS = 4_000;

  private SmallSettings() {}

  /** Returns settings with seed 3, 8 units and random choices of every kind. */
  public static TrainingSettings of(Corpus corpus, Views views, int epochs, int patience) {
    TrainingSettings suggested = SuggestedSettings.of(corpus, Speed.BALANCED, views, false);
    WordView words = suggested.text().words();
    CharacterNgrams characters = suggested.text().characters();
    return suggested.toBuilder()
        .network(new NetworkSettings(suggested.network().cell(), 2, 8, 8, 8, 0.1))
        .text(
            new TextSettings(
                words == null ? null : new WordView(words.tokenizer(), fewer(words.subwords())),
                characters == null
                    ? null
                    : new CharacterNgrams(characters.tokenizer(), BUCKETS, 1)))
        .regularization(new Regularization(0.2, 0.1, 0.1, 0.1, 0.1))
        .optimization(
            new OptimizationSettings(suggested.optimization().rates(), epochs, patience, 8))
        .seed(3)
        .threads(1)
        .build();
  }

  /** Returns the same settings for a model that follows dialogues with a GRU of 8 units. */
  public static TrainingSettings following(TrainingSettings settings) {
    return following(settings, new DialogueSettings(Cell.GRU, 8, List.of()));
  }

  /** Returns the same settings for a model that follows dialogues. */
  static TrainingSettings following(TrainingSettings settings, DialogueSettings dialogues) {
    return settings.toBuilder().dialogue(dialogues).build();
  }

  private static Subwords fewer(Subwords subwords) {
    return new Subwords(subwords.characters(), subwords.jamo(), BUCKETS);
  }
}
