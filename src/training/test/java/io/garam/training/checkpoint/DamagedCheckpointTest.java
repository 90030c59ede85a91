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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DamagedCheckpointTest {

  @TempDir private Path folder;

  private Checkpoint checkpoint;

  @BeforeEach
  void name() {
    checkpoint =
        new Checkpoint(
            folder.resolve("checkpoints/model.checkpoint"),
            CheckpointIdentity.of(Map.of("epochs", "6")));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.5, 0.99})
  void aFileThatWasCutShortIsRefused(double share) throws IOException {
    checkpoint.write(CheckpointState.of(300, 1)::accept);
    byte[] whole = Files.readAllBytes(checkpoint.file());
    Files.write(checkpoint.file(), Arrays.copyOf(whole, (int) (share * whole.length)));

    refusedAsUnreadable(300);
  }

  @Test
  void aFileWithOtherBytesInItIsRefused() throws IOException {
    checkpoint.write(CheckpointState.of(30_000, 1)::accept);
    byte[] bytes = Files.readAllBytes(checkpoint.file());
    bytes[bytes.length / 2] ^= 0x10;
    Files.write(checkpoint.file(), bytes);

    refusedAsUnreadable(30_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {299, 301})
  void theWeightsOfAnotherNetworkAreRefused(int numbers) {
    checkpoint.write(CheckpointState.of(300, 1)::accept);

    refusedAsUnreadable(numbers);
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
              CheckpointState.accept(to, weights, 1, "x");
            }),
        Named.of(
            "an infinite number",
            to -> {
              float[] weights = new float[300];
              weights[299] = Float.NEGATIVE_INFINITY;
              CheckpointState.accept(to, weights, 1, "x");
            }),
        Named.of("steps below zero", to -> CheckpointState.accept(to, new float[300], -1, "x")),
        Named.of("the end too early", to -> to.part("tables").floats("weights", new float[300])),
        Named.of(
            "too long a text",
            to -> CheckpointState.accept(to, new float[300], 1, "x".repeat((16 << 20) + 1))),
        Named.of(
            "more than there is to read",
            to -> {
              CheckpointState.accept(to, new float[300], 1, "x");
              to.number("more", 1);
            }));
  }

  /** Of every byte of a small checkpoint, with the checksum made anew. */
  @Test
  void noByteThatIsChangedEndsInAnythingButASentence() throws IOException {
    checkpoint.write(CheckpointState.of(3, 1)::accept);
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
          checkpoint.read(CheckpointState.of(3, 0)::accept);
        } catch (GaramException e) {
          assertThat(e).hasMessageStartingWith("Expected ");
        }
      }
    }
  }

  private void refusedAsUnreadable(int numbers) {
    CheckpointState state = CheckpointState.of(numbers, 0);

    assertThatThrownBy(() -> checkpoint.read(state::accept))
        .isInstanceOf(GaramException.class)
        .hasMessage(
            "Expected a checkpoint in "
                + checkpoint.file()
                + ", but it cannot be read; delete it, or begin anew with --force in place of"
                + " --resume.");
  }
}
