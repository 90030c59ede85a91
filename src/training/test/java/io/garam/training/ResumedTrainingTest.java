package io.garam.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.evaluation.report.EpochFigures;
import io.garam.training.checkpoint.Checkpoints;
import io.garam.training.corpus.Corpus;
import io.garam.training.corpus.TrainValidationSplit;
import io.garam.training.settings.Views;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ResumedTrainingTest {

  private static final int PATIENCE = 2;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void everyViewGoesOnAsIfItHadNotBeenInterrupted(Views views) {
    TrainingResult undisturbed =
        train(SampleCorpora.VALID, views, 3, Checkpoints.NONE, new Heard(0));

    interrupt(SampleCorpora.VALID, views, 3, 3);
    Heard heard = new Heard(0);
    TrainingResult resumed = train(SampleCorpora.VALID, views, 3, kept(true), heard);

    assertThat(heard.events)
        .containsExactly("resumed 2 of 3", "ended 1", "ended 2", "started 3", "ended 3");
    assertThat(resumed.networks().utterance()).isEqualTo(undisturbed.networks().utterance());
    assertThat(resumed.spec().decision()).isEqualTo(undisturbed.spec().decision());
    assertThat(resumed.epochs())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
        .isEqualTo(undisturbed.epochs());
  }

  @Test
  void patienceCountsTheEpochsBeforeTheInterruption() {
    Corpus hopeless = SampleCorpora.hopeless();
    interrupt(hopeless, Views.WORDS, 4, 3);

    Heard heard = new Heard(0);
    TrainingResult resumed = train(hopeless, Views.WORDS, 4, kept(true), heard);

    assertThat(resumed.epochs()).hasSize(1 + PATIENCE);
    assertThat(heard.events).contains("started 3").doesNotContain("started 4");
  }

  @Test
  void aTrainingInterruptedAfterItsLastEpochHasNothingToLearnAgain() {
    TrainingResult finished =
        train(SampleCorpora.VALID, Views.WORDS, 2, kept(false), TrainingListener.NONE);

    Heard heard = new Heard(0);
    TrainingResult resumed = train(SampleCorpora.VALID, Views.WORDS, 2, kept(true), heard);

    assertThat(heard.events).containsExactly("resumed 2 of 2", "ended 1", "ended 2");
    assertThat(resumed.networks().utterance()).isEqualTo(finished.networks().utterance());
    assertThat(resumed.epochs()).isEqualTo(finished.epochs());
  }

  /** Issue 12: the line of an epoch came before its checkpoint, and Ctrl-C between them lost it. */
  @Test
  void anEpochThatIsToldOfIsOnTheDisk() {
    TrainingListener endsAtTheFirst =
        new TrainingListener() {
          @Override
          public void epochEnded(EpochFigures figures) {
            throw new IllegalStateException("the power is gone");
          }
        };
    assertThatThrownBy(
            () -> train(SampleCorpora.VALID, Views.WORDS, 2, kept(false), endsAtTheFirst))
        .hasMessage("the power is gone");

    Heard heard = new Heard(0);
    train(SampleCorpora.VALID, Views.WORDS, 2, kept(true), heard);

    assertThat(heard.events).containsExactly("resumed 1 of 2", "ended 1", "started 2", "ended 2");
  }

  private void interrupt(Corpus valid, Views views, int epochs, int last) {
    assertThatThrownBy(() -> train(valid, views, epochs, kept(false), new Heard(last)))
        .hasMessage("the power is gone");
  }

  private Checkpoints kept(boolean resume) {
    return new Checkpoints(folder.resolve("checkpoints"), resume);
  }

  private static TrainingResult train(
      Corpus valid, Views views, int epochs, Checkpoints checkpoints, TrainingListener listener) {
    return Training.run(
        "requests",
        "1",
        new TrainValidationSplit(SampleCorpora.TRAIN, valid),
        SmallSettings.of(SampleCorpora.TRAIN, views, epochs, PATIENCE),
        checkpoints,
        listener);
  }

  /** Notes what it hears, until the power fails at the start of an epoch, 0 for never. */
  private static final class Heard implements TrainingListener {
    private final List<String> events = new ArrayList<>();
    private final int last;

    Heard(int last) {
      this.last = last;
    }

    @Override
    public void resumed(int done, int epochs) {
      events.add("resumed " + done + " of " + epochs);
    }

    @Override
    public void epochStarted(int epoch, int epochs, int batches) {
      if (epoch == last) {
        throw new IllegalStateException("the power is gone");
      }
      events.add("started " + epoch);
    }

    @Override
    public void epochEnded(EpochFigures figures) {
      events.add("ended " + figures.epoch());
    }
  }
}
