package io.garam.streams.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

  private static final Path PAGE = Path.of("../../docs/configuration.md");

  /** Run with -Dgaram.docs.write=true to write the page anew. */
  @Test
  void theDocumentationIsWhatTheProgramDefines() throws IOException {
    String expected = ConfigurationPage.markdown(GaramConfig.DEFINITION);
    if (Boolean.getBoolean("garam.docs.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, expected);
    }
    assertThat(PAGE)
        .as(
            "docs/configuration.md; write it with mvn -pl src/streams -am test -Dgaram.docs.write=true")
        .content()
        .isEqualTo(expected);
  }
}
