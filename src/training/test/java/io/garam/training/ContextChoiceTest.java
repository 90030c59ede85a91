package io.garam.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.nlu.bundle.Provenance;
import io.garam.training.checkpoint.Checkpoints;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.LabelledUtterance;
import io.garam.training.corpus.TrainValidationSplit;
import io.garam.training.export.Cell;
import io.garam.training.settings.DialogueSettings;
import io.garam.training.settings.TrainingSettings;
import io.garam.training.settings.Views;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContextChoiceTest {

  @TempDir private Path folder;

  /**
   * Where the memory is asked for more than a stretch later: each answers as the dialogue began.
   */
  private static TrainValidationSplit dialogues() {
    return new TrainValidationSplit(dialogues("train", 40, 44), dialogues("valid", 8, 44));
  }

  private static Corpus dialogues(String name, int dialogues, int length) {
    List<LabelledUtterance> utterances = new ArrayList<>();
    for (int dialogue = 0; dialogue < dialogues; dialogue++) {
      String side = dialogue % 2 == 0 ? "left" : "right";
      for (int i = 0; i < length; i++) {
        String text = i == 0 ? side : "and";
        utterances.add(new LabelledUtterance(text, side, name + dialogue, "A"));
      }
    }
    return new Corpus(name, null, utterances);
  }

  private static TrainingSettings settings(Corpus corpus, boolean context, int epochs) {
    TrainingSettings small = SmallSettings.of(corpus, Views.WORDS, epochs, epochs);
    return context
        ? SmallSettings.following(small, new DialogueSettings(Cell.LSTM, 16, List.of()))
        : small;
  }

  private TrainingResult choose(TrainValidationSplit corpora, int epochs, boolean resume) {
    return ContextChoice.run(
        "m",
        "1",
        corpora,
        // Without context there is nothing to learn but one of two answers for "and".
        settings(corpora.train(), false, Math.min(epochs, 4)),
        settings(corpora.train(), true, epochs),
        new Checkpoints(folder.resolve("checkpoints"), resume),
        TrainingListener.NONE);
  }

  @Test
  void whatWasSaidBeforeIsLearnedAndKept() {
    TrainingResult result = choose(dialogues(), 30, false);

    assertThat(result.spec().dialogue()).as("epochs %s", result.epochs()).isNotNull();
    assertThat(result.evaluation().accuracy()).isGreaterThan(0.95);
    assertThat(result.spec().provenance().figures().get(Provenance.WITHOUT_CONTEXT))
        .isLessThan(0.8);
    assertThat(result.parity()).isPositive().isLessThan(1e-4);
  }

  @Test
  void whereContextBringsNothingTheModelDoesWithoutIt() {
    List<LabelledUtterance> plain = new ArrayList<>();
    IntStream.range(0, 60)
        .forEach(
            i -> plain.add(new LabelledUtterance(i % 2 == 0 ? "yes" : "no", "" + i % 2, "d", "A")));
    Corpus corpus = new Corpus("plain", null, plain);

    TrainingResult result = choose(new TrainValidationSplit(corpus, corpus), 3, false);

    assertThat(result.spec().dialogue()).isNull();
    assertThat(result.networks().dialogueStep()).isNull();
    assertThat(result.spec().provenance().figures()).containsKey(Provenance.WITH_CONTEXT);
  }

  @Test
  void aChoiceThatIsResumedComesToTheSameModel() {
    TrainValidationSplit corpora = dialogues();
    TrainingResult first = choose(corpora, 2, false);

    TrainingResult resumed = choose(corpora, 2, true);

    assertThat(resumed.networks().utterance()).isEqualTo(first.networks().utterance());
    assertThat(resumed.networks().dialogueStep()).isEqualTo(first.networks().dialogueStep());
    assertThat(resumed.epochs()).isEqualTo(first.epochs());
  }
}
