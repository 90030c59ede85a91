package io.garam.training;

import io.garam.nlu.encoding.CharacterNgrams;
import io.garam.nlu.encoding.Subwords;
import io.garam.nlu.encoding.WordView;
import io.garam.training.corpus.Corpus;
import io.garam.training.export.Cell;
import io.garam.training.network.Regularization;
import io.garam.training.settings.DialogueSettings;
import io.garam.training.settings.SuggestedSettings;
import io.garam.training.settings.TrainingSettings;
import io.garam.training.settings.Views;
import java.util.List;

/** Settings of a network that learns the sample corpora in a second. */
public final class SmallSettings {

  private static final int BUCKETS = 4_000;

  private SmallSettings() {}

  /** Returns settings with seed 3, 8 units and random choices of every kind. */
  public static TrainingSettings of(Corpus corpus, Views views, int epochs, int patience) {
    TrainingSettings suggested = SuggestedSettings.of(corpus, views, false);
    WordView words = suggested.words();
    CharacterNgrams characters = suggested.characters();
    return new TrainingSettings(
        suggested.cell(),
        2,
        8,
        8,
        words == null ? null : new WordView(words.tokenizer(), fewer(words.subwords())),
        characters == null ? null : new CharacterNgrams(characters.tokenizer(), BUCKETS),
        null,
        0.1,
        new Regularization(0.2, 0.1, 0.1, 0.1, 0.1),
        suggested.rates(),
        epochs,
        patience,
        8,
        3,
        suggested.unknownLabel(),
        null,
        0,
        1);
  }

  /** Returns the same settings for a model that follows dialogues with a GRU of 8 units. */
  public static TrainingSettings following(TrainingSettings settings) {
    return following(settings, new DialogueSettings(Cell.GRU, 8, List.of()));
  }

  /** Returns the same settings for a model that follows dialogues. */
  static TrainingSettings following(TrainingSettings settings, DialogueSettings dialogues) {
    return new TrainingSettings(
        settings.cell(),
        settings.directions(),
        settings.embedding(),
        settings.hidden(),
        settings.words(),
        settings.characters(),
        dialogues,
        settings.deviation(),
        settings.regularization(),
        settings.rates(),
        settings.epochs(),
        settings.patience(),
        settings.batch(),
        settings.seed(),
        settings.unknownLabel(),
        settings.threshold(),
        settings.teachers(),
        settings.threads());
  }

  private static Subwords fewer(Subwords subwords) {
    return new Subwords(subwords.characters(), subwords.jamo(), BUCKETS);
  }
}
