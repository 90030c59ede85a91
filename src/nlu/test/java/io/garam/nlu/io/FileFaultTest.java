package io.garam.nlu.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

final class FileFaultTest {

  @Test
  void aReasonIsInWordsAndNotTheNameOfAClass() {
    assertThat(FileFault.of(new AccessDeniedException("/a"))).isEqualTo("permission denied");
    assertThat(FileFault.of(new NoSuchFileException("/a"))).isEqualTo("no such file or folder");
    assertThat(FileFault.of(new FileSystemException("/a", null, "No space left on device")))
        .isEqualTo("No space left on device");
    assertThat(FileFault.of(new FileSystemException("/a"))).isEqualTo("/a");
    assertThat(FileFault.of(new IOException())).isEqualTo("input or output failed");
  }
}
