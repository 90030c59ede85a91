package io.garam.app.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {

  @TempDir private Path folder;

  @Test
  void aFolderThatAStartHasMadeIsTakenAwayWithAllThatIsInIt() throws IOException {
    Path path = folder.resolve("data");
    DataFolder data = DataFolder.of(path);
    Files.createDirectories(path.resolve("logs"));
    Files.writeString(path.resolve("logs/0.log"), "x");

    data.deleteWhatIsNew();
    data.deleteIfMade();

    assertThat(path).doesNotExist();
  }

  @Test
  void anEmptyFolderThatWasThereStays() throws IOException {
    DataFolder data = DataFolder.of(folder);
    Files.writeString(folder.resolve("meta.properties"), "x");

    data.deleteWhatIsNew();
    data.deleteIfMade();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatAnotherBrokerHasWrittenIsNeverTouched() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine"), "x");
    DataFolder data = DataFolder.of(folder);
    Path later = Files.writeString(folder.resolve("later"), "x");

    data.deleteWhatIsNew();

    assertThat(mine).exists();
    assertThat(later).exists();
  }
}
