package io.garam.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.app.CommandRun;
import io.garam.app.Garam;
import io.garam.app.GaramProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResumeCommandTest {

  private static final int EPOCHS = 3;
  private static final String FEW = "--character-buckets=2000";

  @TempDir private Path folder;

  private Path corpus;
  private Path out;

  @BeforeEach
  void write() throws IOException {
    corpus = TrainRun.corpus(folder, 20, "light", "weather");
    out = folder.resolve("model");
  }

  @Test
  void aTrainingThatWasInterruptedEndsWithTheSameModel() throws IOException {
    CommandRun undisturbed = train(folder.resolve("undisturbed"));
    interrupt("Epoch 2 of 3");

    CommandRun resumed = train(out, "--resume");

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(resumed.err())
        .containsSubsequence(
            "Resumed after epoch 2 of 3:", "Epoch 1 of 3: ", "Epoch 2 of 3: ", "Epoch 3 of 3: ");
    assertThat(TrainRun.digest(resumed)).isEqualTo(TrainRun.digest(undisturbed));
    assertThat(TrainRun.report(resumed).get("epochs")).hasSize(EPOCHS);
    assertThat(out.resolve("checkpoints")).doesNotExist();
  }

  @Test
  void theNumberOfThreadsMayChange() throws IOException {
    CommandRun undisturbed =
        train(folder.resolve("undisturbed"), "--views=both", FEW, "--threads=1");
    interrupt("Epoch 1 of 3", "--views=both", FEW, "--threads=1");

    CommandRun resumed = train(out, "--views=both", FEW, "--threads=2", "--resume");

    assertThat(resumed.err()).contains("Resumed after epoch 1 of 3:");
    assertThat(TrainRun.digest(resumed)).isEqualTo(TrainRun.digest(undisturbed));
  }

  @Test
  void aPlainStartDoesNotThrowACheckpointAway() {
    interrupt("Epoch 2 of 3");

    CommandRun plain = train(out);

    assertThat(plain.exitCode()).isOne();
    assertThat(plain.err())
        .contains("checkpoints holds what an interrupted training had learned; add --resume");
    assertThat(out.resolve("checkpoints/model.checkpoint")).exists();
  }

  @Test
  void byForceTheTrainingBeginsAnew() {
    interrupt("Epoch 2 of 3");

    CommandRun anew = train(out, "--force");

    assertThat(anew.exitCode()).as(anew.err()).isZero();
    assertThat(anew.err()).doesNotContain("Resumed");
    assertThat(out.resolve("checkpoints")).doesNotExist();
  }

  @Test
  void theSignalToStopSaysHowToGoOn() throws Exception {
    try (GaramProcess training =
        GaramProcess.start(List.of(TrainRun.arguments(corpus, out, 1_000, "--patience=1000")))) {
      training.awaitLine("Epoch 2 of 1000", Duration.ofMinutes(1));

      assertThat(training.terminate()).isEqualTo(143);
      assertThat(training.errors())
          .contains("Interrupted; what it learned", "Go on with: garam train --corpus=")
          .endsWith(" --views=words --resume\n");
    }
    assertThat(out.resolve("checkpoints/model.checkpoint")).exists();
  }

  @Test
  void anotherTrainingIsNotResumed() throws IOException {
    interrupt("Epoch 1 of 3");

    CommandRun other = train(out, "--seed=7", "--cell=lstm", "--resume");

    assertThat(other.exitCode()).isOne();
    assertThat(other.err())
        .contains("to be of this training, but it was made with cell gru and not lstm, corpus ")
        .contains("seed 1 and not 7")
        .endsWith(
            "; repeat the command that was interrupted, or begin anew with --force in place of"
                + " --resume.\n");
    assertThat(out.resolve("checkpoints/model.checkpoint")).exists();
  }

  @Test
  void anotherTrainingOfTeachersIsRefusedInASentenceToo() throws IOException {
    interrupt("Teacher 4 of 4", "--best");

    CommandRun other = train(out, "--best", "--seed=7", "--resume");

    assertThat(other.err())
        .contains("seed 1 and not 7", "; repeat the command that was interrupted")
        .doesNotContain("did not foresee");
  }

  @Test
  void teachersGoOnToo() throws IOException {
    CommandRun undisturbed = train(folder.resolve("undisturbed"), "--best");
    interrupt("Epoch 1 of 3", "--best");

    CommandRun resumed = train(out, "--best", "--resume");

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("Resumed after epoch 1 of 3:");
    assertThat(TrainRun.digest(resumed)).isEqualTo(TrainRun.digest(undisturbed));
    assertThat(out.resolve("checkpoints")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--threads=1", "--folds=2", "--learning-curve"})
  void nothingToResumeIsToldBeforeAnythingIsLearned(String flag) {
    CommandRun run = train(out, flag, "--resume");

    assertThat(run.exitCode()).isOne();
    assertThat(run.err())
        .doesNotContain("Epoch", "Training a")
        .endsWith(
            "Expected a checkpoint in "
                + out.resolve("checkpoints")
                + " to resume from, but there is none; train without --resume.\n");
  }

  @Test
  void aDamagedCheckpointIsRefused() throws IOException {
    interrupt("Epoch 1 of 3");
    Path checkpoint = out.resolve("checkpoints/model.checkpoint");
    Files.writeString(checkpoint, "nothing");

    CommandRun run = train(out, "--resume");

    assertThat(run.exitCode()).isOne();
    assertThat(run.err())
        .endsWith(
            "Expected a checkpoint in "
                + checkpoint
                + ", but it cannot be read; delete it, or begin anew with --force in place of --resume.\n");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskEndsATrainingInASentenceAndItGoesOnWhereThereIsRoom() throws IOException {
    CommandRun undisturbed = train(folder.resolve("undisturbed"));
    interrupt("Epoch 1 of 3");
    Path unfinished = out.resolve("checkpoints/model.checkpoint.unfinished");
    Files.createSymbolicLink(unfinished, Path.of("/dev/full"));

    CommandRun full = train(out, "--resume");

    assertThat(full.exitCode()).isOne();
    assertThat(full.err())
        .contains("Expected to write the checkpoint " + out.resolve("checkpoints/model.checkpoint"))
        .contains("No space left on device")
        .contains("; free some space there, or choose another folder. With --resume")
        .doesNotContain("did not foresee");

    Files.delete(unfinished);
    CommandRun resumed = train(out, "--resume");

    assertThat(resumed.err()).contains("Resumed after epoch 1 of 3:");
    assertThat(TrainRun.digest(resumed)).isEqualTo(TrainRun.digest(undisturbed));
  }

  private CommandRun train(Path model, String... flags) {
    String[] all = new String[flags.length + 1];
    System.arraycopy(flags, 0, all, 0, flags.length);
    all[flags.length] = "--json";
    return TrainRun.of(corpus, model, EPOCHS, all);
  }

  /** Ends a training at the moment when it tells of something, as a power failure would. */
  private void interrupt(String moment, String... flags) {
    int exitCode =
        Garam.commandLine(Map.of())
            .setErr(new PrintWriter(new Failing(moment), true))
            .execute(TrainRun.arguments(corpus, out, EPOCHS, flags));

    assertThat(exitCode).isOne();
    assertThat(out.resolve("model.json")).doesNotExist();
  }

  /** Fails once, when it is to print a certain text. */
  private static final class Failing extends StringWriter {
    private final String moment;
    private boolean failed;

    Failing(String moment) {
      this.moment = moment;
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
      super.write(buffer, offset, length);
      if (!failed && toString().contains(moment)) {
        failed = true;
        throw new IllegalStateException("the power is gone");
      }
    }
  }
}
