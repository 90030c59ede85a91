package io.garam.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.garam.library.SourceTypes.SourceType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypesPageTest {

  private static final Path PAGE = Path.of("../../docs/types.md");

  private final List<SourceType> types = SourceTypes.all();

  @Test
  void thePageSaysWhatTheSourcesSay() throws IOException {
    String page = TypesPage.markdown(types);
    if (Boolean.getBoolean("garam.docs.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/types.md; run this test with -Dgaram.docs.write=true to write it anew")
        .isEqualTo(page);
  }

  @Test
  void everyPublicTypeSaysInOneSentenceWhatItIs() {
    assertThat(types).hasSizeGreaterThan(200);
    assertThat(types)
        .filteredOn(
            type -> !type.firstSentence().endsWith(".") || type.firstSentence().length() < 15)
        .extracting(SourceType::qualifiedName)
        .isEmpty();
  }

  @Test
  void linksAndCodeAreText() {
    assertThat(types).extracting(SourceType::firstSentence).noneMatch(one -> one.contains("{@"));
  }
}
