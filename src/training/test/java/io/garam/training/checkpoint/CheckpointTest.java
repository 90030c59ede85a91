package io.garam.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import io.garam.training.network.Libtorch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckpointTest {

  private static final Map<String, String> TRAINING = Map.of("epochs", "6", "corpus", "a of 240");

  @TempDir private Path folder;

  private Checkpoint checkpoint;

  @BeforeAll
  static void load() {
    Libtorch.load();
  }

  @BeforeEach
  void name() {
    checkpoint = new Checkpoint(folder.resolve("checkpoints/model.checkpoint"), TRAINING);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    State written = State.of(300, 1);
    checkpoint.write(written::exchange);
    State read = State.of(300, 0);

    assertThat(checkpoint.read(read::exchange)).isTrue();

    assertThat(read.weights).isEqualTo(written.weights);
    assertThat(read.steps).isEqualTo(1);
    assertThat(read.figures).isEqualTo("에폭 1");
  }

  @Test
  void withoutAFileTheStateStays() {
    State state = State.of(300, 7);

    assertThat(checkpoint.read(state::exchange)).isFalse();

    assertThat(state.steps).isEqualTo(7);
  }

  @Test
  void aLaterStateTakesThePlaceOfTheOneBefore() {
    checkpoint.write(State.of(300, 1)::exchange);
    checkpoint.write(State.of(300, 2)::exchange);

    assertThat(stepsRead()).isEqualTo(2);
    assertThat(unfinished()).doesNotExist();
  }

  @Test
  void whatWasCutShortInWritingIsIgnored() throws IOException {
    checkpoint.write(State.of(300, 1)::exchange);
    byte[] whole = Files.readAllBytes(checkpoint.file());
    Files.write(unfinished(), Arrays.copyOf(whole, whole.length / 2));

    assertThat(stepsRead()).isEqualTo(1);

    checkpoint.write(State.of(300, 2)::exchange);

    assertThat(stepsRead()).isEqualTo(2);
    assertThat(unfinished()).doesNotExist();
  }

  @Test
  void aFileThatCannotBeWrittenLeavesTheOneBefore() throws IOException {
    checkpoint.write(State.of(300, 1)::exchange);
    Files.createDirectory(unfinished());

    assertThatThrownBy(() -> checkpoint.write(State.of(300, 2)::exchange))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected to write the checkpoint " + checkpoint.file() + ", but ")
        .hasMessageEndingWith("; choose another folder or free some space.");

    assertThat(stepsRead()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.5, 0.99})
  void aFileThatWasCutShortIsRefused(double share) throws IOException {
    checkpoint.write(State.of(300, 1)::exchange);
    byte[] whole = Files.readAllBytes(checkpoint.file());
    Files.write(checkpoint.file(), Arrays.copyOf(whole, (int) (share * whole.length)));

    refusedAsUnreadable(300);
  }

  @Test
  void aFileWithOtherBytesInItIsRefused() throws IOException {
    checkpoint.write(State.of(30_000, 1)::exchange);
    byte[] bytes = Files.readAllBytes(checkpoint.file());
    bytes[bytes.length / 2] ^= 0x10;
    Files.write(checkpoint.file(), bytes);

    refusedAsUnreadable(30_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {299, 301})
  void theWeightsOfAnotherNetworkAreRefused(int numbers) {
    checkpoint.write(State.of(300, 1)::exchange);

    refusedAsUnreadable(numbers);
  }

  @Test
  void aCheckpointOfAnotherTrainingSaysWhatDiffers() {
    checkpoint.write(State.of(300, 1)::exchange);
    Map<String, String> other = Map.of("epochs", "9", "corpus", "a of 240", "threshold", "0.5");
    State state = State.of(300, 0);

    assertThatThrownBy(() -> new Checkpoint(checkpoint.file(), other).read(state::exchange))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected the checkpoint "
                + checkpoint.file()
                + " to be of this training, but it was made with epochs 6 and not 9, threshold none"
                + " and not 0.5; repeat the command that was interrupted, or train without"
                + " --resume.");
    assertThat(state.figures).isEqualTo("에폭 0");
  }

  @Test
  void aCheckpointOfAnotherVersionIsRefusedInASentence() {
    new Checkpoint(checkpoint.file(), Map.of("garam", "0.0.9", "libtorch", "2.9"))
        .write(State.of(300, 1)::exchange);
    Checkpoint now = new Checkpoint(checkpoint.file(), Map.of("garam", "0.1.0", "libtorch", "2.9"));

    assertThatThrownBy(() -> now.read(State.of(300, 0)::exchange))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("but it was made with garam 0.0.9 and not 0.1.0; repeat");
  }

  @Test
  void theFormatIsPartOfWhatACheckpointIsOf() {
    assertThat(checkpoint.training()).containsEntry("checkpoint format", "2");
  }

  @Test
  void aFileOfAnotherProgramIsRefused() throws IOException {
    Files.createDirectories(checkpoint.file().getParent());
    Files.writeString(checkpoint.file(), "not a checkpoint");
    refusedAsUnreadable(300);

    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(checkpoint.file()))) {
      zip.putNextEntry(new ZipEntry("a/data.pkl"));
      zip.write(new byte[] {1, 2, 3});
      zip.closeEntry();
    }
    refusedAsUnreadable(300);
  }

  private void refusedAsUnreadable(int numbers) {
    State state = State.of(numbers, 0);

    assertThatThrownBy(() -> checkpoint.read(state::exchange))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected a checkpoint in "
                + checkpoint.file()
                + ", but it cannot be read; delete it, or train without --resume.");
  }

  private int stepsRead() {
    State state = State.of(300, 0);
    checkpoint.read(state::exchange);
    return state.steps;
  }

  private Path unfinished() {
    return checkpoint.file().resolveSibling("model.checkpoint.unfinished");
  }

  /** As a learner's: numbers, a count and a text, which all tell when they were made. */
  private static final class State {
    private final float[] weights;
    private int steps;
    private String figures;

    private State(float[] weights, int steps) {
      this.weights = weights;
      this.steps = steps;
      this.figures = "에폭 " + steps;
    }

    static State of(int numbers, int steps) {
      float[] weights = new float[numbers];
      for (int i = 0; i < numbers; i++) {
        weights[i] = steps + i / 7f;
      }
      return new State(weights, steps);
    }

    void exchange(Exchange checkpoint) {
      checkpoint.part("tables").floats("weights", weights);
      steps = checkpoint.number("steps", steps);
      figures = checkpoint.text("figures", figures);
    }
  }
}
