package io.garam.streams.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.garam.nlu.GaramException;
import io.garam.streams.config.GaramConfig;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStateTest {

  @TempDir private Path states;

  @BeforeEach
  void twoApplications() throws IOException {
    for (String application : new String[] {"garam", "garam-2"}) {
      Path task = Files.createDirectories(states.resolve(application).resolve("0_1"));
      Files.writeString(task.resolve(".checkpoint"), "12345");
      Files.createFile(states.resolve(application).resolve(".lock"));
    }
  }

  private LocalState state(String application) {
    return LocalState.of(
        GaramConfig.of(
            Map.of(
                "bootstrap.servers",
                "127.0.0.1:1",
                "garam.model",
                "none",
                "application.id",
                application,
                "state.dir",
                states.toString())));
  }

  @Test
  void theFolderOfTheApplicationIsFoundAndDeletedAndNoOther() {
    LocalState state = state("garam");
    assertThat(state.find())
        .contains(new ResetPlan.Folder(states.resolve("garam").toAbsolutePath().toString(), 5));
    state.delete();
    assertThat(states.resolve("garam")).doesNotExist();
    assertThat(states.resolve("garam-2/0_1/.checkpoint")).exists();
    assertThat(state.find()).isEmpty();
  }

  @Test
  void aFolderThatAnInstanceUsesIsRefused() throws IOException {
    try (FileChannel channel =
            FileChannel.open(states.resolve("garam/.lock"), StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(state("garam")::find)
          .isInstanceOf(GaramException.class)
          .hasMessageEndingWith("/garam; stop it first.");
    }
    assertThat(state("garam").find()).isPresent();
  }

  @Test
  void aFolderWithAnythingElseIsNotKafkaStreams() throws IOException {
    Files.writeString(states.resolve("garam/thesis.txt"), "chapter 1");
    assertThatThrownBy(state("garam")::find)
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("but found thesis.txt; correct state.dir");
    assertThat(states.resolve("garam/thesis.txt")).exists();
  }

  @Test
  void anApplicationIdThatLeadsOutOfTheFolderIsRefused() {
    for (String application : new String[] {"..", ".", "a/b", "../garam"}) {
      assertThatThrownBy(() -> state(application))
          .as(application)
          .isInstanceOf(GaramException.class)
          .hasMessageContaining("correct --application-id.");
    }
  }

  @Test
  void aLinkIsRefusedAndWhatItLeadsToStays() throws IOException {
    Files.createSymbolicLink(states.resolve("linked"), states.resolve("garam"));
    assertThatThrownBy(() -> state("linked").find())
        .isInstanceOf(GaramException.class)
        .hasMessageContaining("but it is a link");
    assertThat(states.resolve("garam/0_1/.checkpoint")).exists();
  }

  @Test
  void aFolderThatCannotBeDeletedIsRefusedBeforeAnythingGoes() throws IOException {
    Path task = states.resolve("garam/0_1");
    Files.setPosixFilePermissions(task, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeFalse(Files.isWritable(task), "whoever runs this may write everywhere");
      assertThatThrownBy(() -> state("garam").find())
          .isInstanceOf(GaramException.class)
          .hasMessageContaining("but nothing can be written in " + task);
    } finally {
      Files.setPosixFilePermissions(task, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
