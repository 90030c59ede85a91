package io.garam.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.library.LibraryPage.Excerpt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LibraryPageTest {

  private static final Path EXAMPLES = Path.of("../examples/main/java/io/garam/examples");

  @Test
  void theCodeOnThePageIsThatOfTheExamples() throws IOException {
    List<Excerpt> excerpts = LibraryPage.excerpts();

    assertThat(excerpts).hasSize(LibraryPage.blocksOfJava()).hasSizeGreaterThanOrEqualTo(3);
    for (Excerpt excerpt : excerpts) {
      String example = Files.readString(EXAMPLES.resolve(excerpt.file()));
      assertThat(example.replaceAll("(?m)^ +", ""))
          .as(excerpt.file())
          .contains(excerpt.code().replaceAll("(?m)^ +", ""));
    }
  }
}
