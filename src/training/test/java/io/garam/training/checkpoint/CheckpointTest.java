package io.garam.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.nlu.GaramException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckpointTest {

  private static final Map<String, String> TRAINING = Map.of("epochs", "6", "corpus", "a of 240");

  @TempDir private Path folder;

  private Checkpoint checkpoint;

  @BeforeEach
  void name() {
    checkpoint =
        new Checkpoint(
            folder.resolve("checkpoints/model.checkpoint"), CheckpointIdentity.of(TRAINING));
  }

  @Test
  void whatIsWrittenIsReadBack() {
    State written = State.of(300, 1);
    checkpoint.write(written::accept);
    State read = State.of(300, 0);

    assertThat(checkpoint.read(read::accept)).isTrue();

    assertThat(read.weights).isEqualTo(written.weights);
    assertThat(read.steps).isEqualTo(1);
    assertThat(read.figures).isEqualTo("에폭 1");
  }

  @Test
  void withoutAFileTheStateStays() {
    State state = State.of(300, 7);

    assertThat(checkpoint.read(state::accept)).isFalse();

    assertThat(state.steps).isEqualTo(7);
  }

  @Test
  void aLaterStateTakesThePlaceOfTheOneBefore() {
    checkpoint.write(State.of(300, 1)::accept);
    checkpoint.write(State.of(300, 2)::accept);

    assertThat(stepsRead()).isEqualTo(2);
    assertThat(unfinished()).doesNotExist();
  }

  @Test
  void whatWasCutShortInWritingIsIgnored() throws IOException {
    checkpoint.write(State.of(300, 1)::accept);
    byte[] whole = Files.readAllBytes(checkpoint.file());
    Files.write(unfinished(), Arrays.copyOf(whole, whole.length / 2));

    assertThat(stepsRead()).isEqualTo(1);

    checkpoint.write(State.of(300, 2)::accept);

    assertThat(stepsRead()).isEqualTo(2);
    assertThat(unfinished()).doesNotExist();
  }

  @Test
  void aFileThatCannotBeWrittenLeavesTheOneBefore() throws IOException {
    checkpoint.write(State.of(300, 1)::accept);
    Files.createDirectory(unfinished());

    assertThatThrownBy(() -> checkpoint.write(State.of(300, 2)::accept))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected to write the checkpoint " + checkpoint.file() + ", but ")
        .hasMessageEndingWith(
            "; free some space there, or choose another folder. With --resume the same command goes"
                + " on from the checkpoint before it, if there was one.");

    assertThat(stepsRead()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.5, 0.99})
  void aFileThatWasCutShortIsRefused(double share) throws IOException {
    checkpoint.write(State.of(300, 1)::accept);
    byte[] whole = Files.readAllBytes(checkpoint.file());
    Files.write(checkpoint.file(), Arrays.copyOf(whole, (int) (share * whole.length)));

    refusedAsUnreadable(300);
  }

  @Test
  void aFileWithOtherBytesInItIsRefused() throws IOException {
    checkpoint.write(State.of(30_000, 1)::accept);
    byte[] bytes = Files.readAllBytes(checkpoint.file());
    bytes[bytes.length / 2] ^= 0x10;
    Files.write(checkpoint.file(), bytes);

    refusedAsUnreadable(30_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {299, 301})
  void theWeightsOfAnotherNetworkAreRefused(int numbers) {
    checkpoint.write(State.of(300, 1)::accept);

    refusedAsUnreadable(numbers);
  }

  @Test
  void aCheckpointOfAnotherTrainingSaysWhatDiffers() {
    checkpoint.write(State.of(300, 1)::accept);
    Map<String, String> other = Map.of("epochs", "9", "corpus", "a of 240", "threshold", "0.5");
    State state = State.of(300, 0);

    assertThatThrownBy(
            () ->
                new Checkpoint(checkpoint.file(), CheckpointIdentity.of(other)).read(state::accept))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected the checkpoint "
                + checkpoint.file()
                + " to be of this training, but it was made with epochs 6 and not 9, threshold none"
                + " and not 0.5; repeat the command that was interrupted, or begin anew with"
                + " --force in place of --resume.");
    assertThat(state.figures).isEqualTo("에폭 0");
  }

  @Test
  void aCheckpointOfAnotherVersionIsRefusedInASentence() {
    new Checkpoint(
            checkpoint.file(), CheckpointIdentity.of(Map.of("garam", "0.0.9", "libtorch", "2.9")))
        .write(State.of(300, 1)::accept);
    Checkpoint now =
        new Checkpoint(
            checkpoint.file(), CheckpointIdentity.of(Map.of("garam", "0.1.0", "libtorch", "2.9")));

    assertThatThrownBy(() -> now.read(State.of(300, 0)::accept))
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("but it was made with garam 0.0.9 and not 0.1.0; repeat");
  }

  @Test
  void theFormatIsPartOfWhatACheckpointIsOf() {
    assertThat(checkpoint.identity().training()).containsEntry("checkpoint format", "3");
  }

  @Test
  void aFileOfAnotherProgramIsRefused() throws IOException {
    Files.createDirectories(checkpoint.file().getParent());
    Files.writeString(checkpoint.file(), "not a checkpoint");
    refusedAsUnreadable(300);

    Files.writeString(checkpoint.file(), "garam checkpoint\nand no more");
    refusedAsUnreadable(300);
  }

  @Test
  void anArchiveOfAnOlderVersionIsRefusedAsSuch() throws IOException {
    Files.createDirectories(checkpoint.file().getParent());
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(checkpoint.file()))) {
      zip.putNextEntry(new ZipEntry("a/data.pkl"));
      zip.write(new byte[] {1, 2, 3});
      zip.closeEntry();
    }

    assertThatThrownBy(() -> checkpoint.read(State.of(300, 0)::accept))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected the checkpoint "
                + checkpoint.file()
                + " to be of this version of Garam, but it is of an older one; go on with that"
                + " version, or begin anew with --force in place of --resume.");
  }

  /** Issue 12: libtorch ended the process where the disk was full. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskLeavesTheCheckpointOfBeforeAndIsTold() throws IOException {
    checkpoint.write(State.of(300, 1)::accept);
    Files.createSymbolicLink(unfinished(), Path.of("/dev/full"));

    assertThatThrownBy(() -> checkpoint.write(State.of(300_000, 2)::accept))
        .isInstanceOf(GaramException.class)
        .hasMessageStartingWith("Expected to write the checkpoint " + checkpoint.file() + ", but ")
        .hasMessageContaining("No space left on device")
        .hasMessageContaining("; free some space there");

    assertThat(stepsRead()).isEqualTo(1);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatIsNoRegularFileIsRefusedAndNotWaitedFor() throws IOException {
    Files.createDirectories(checkpoint.file().getParent());
    Files.createSymbolicLink(checkpoint.file(), Path.of("/dev/zero"));

    refusedAsUnreadable(300);
  }

  /** Issue 12: a checkpoint made to harm ended the process in libtorch. Its checksum is right. */
  @ParameterizedTest
  @MethodSource("hostile")
  void whatAHostileCheckpointHoldsIsRefused(Consumer<CheckpointVisitor> hostile) {
    checkpoint.write(hostile);

    refusedAsUnreadable(300);
  }

  static Stream<Named<Consumer<CheckpointVisitor>>> hostile() {
    return Stream.of(
        Named.of("nothing", to -> {}),
        Named.of("another name", to -> to.floats("weights", new float[300])),
        Named.of("another kind", to -> to.part("tables").text("weights", "x".repeat(1_200))),
        Named.of(
            "a number that is none",
            to -> {
              float[] weights = new float[300];
              weights[7] = Float.NaN;
              State.accept(to, weights, 1, "x");
            }),
        Named.of(
            "an infinite number",
            to -> {
              float[] weights = new float[300];
              weights[299] = Float.NEGATIVE_INFINITY;
              State.accept(to, weights, 1, "x");
            }),
        Named.of("steps below zero", to -> State.accept(to, new float[300], -1, "x")),
        Named.of("the end too early", to -> to.part("tables").floats("weights", new float[300])),
        Named.of(
            "too long a text",
            to -> State.accept(to, new float[300], 1, "x".repeat((16 << 20) + 1))),
        Named.of(
            "more than there is to read",
            to -> {
              State.accept(to, new float[300], 1, "x");
              to.number("more", 1);
            }));
  }

  /** Of every byte of a small checkpoint, with the checksum made anew. */
  @Test
  void noByteThatIsChangedEndsInAnythingButASentence() throws IOException {
    checkpoint.write(State.of(3, 1)::accept);
    byte[] whole = Files.readAllBytes(checkpoint.file());

    for (int at = 0; at < whole.length - Long.BYTES; at++) {
      for (int value : new int[] {0, 1, 0x7f, 0x80, 0xff}) {
        byte[] changed = whole.clone();
        changed[at] = (byte) value;
        CRC32 checksum = new CRC32();
        checksum.update(changed, 0, whole.length - Long.BYTES);
        ByteBuffer.wrap(changed).putLong(whole.length - Long.BYTES, checksum.getValue());
        Files.write(checkpoint.file(), changed);
        try {
          checkpoint.read(State.of(3, 0)::accept);
        } catch (GaramException e) {
          assertThat(e).hasMessageStartingWith("Expected ");
        }
      }
    }
  }

  private void refusedAsUnreadable(int numbers) {
    State state = State.of(numbers, 0);

    assertThatThrownBy(() -> checkpoint.read(state::accept))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected a checkpoint in "
                + checkpoint.file()
                + ", but it cannot be read; delete it, or begin anew with --force in place of"
                + " --resume.");
  }

  private int stepsRead() {
    State state = State.of(300, 0);
    checkpoint.read(state::accept);
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

    void accept(CheckpointVisitor checkpoint) {
      checkpoint.part("tables").floats("weights", weights);
      steps = checkpoint.number("steps", steps);
      figures = checkpoint.text("figures", figures);
    }

    static void accept(CheckpointVisitor checkpoint, float[] weights, int steps, String figures) {
      State state = new State(weights, steps);
      state.figures = figures;
      state.accept(checkpoint);
    }
  }
}
