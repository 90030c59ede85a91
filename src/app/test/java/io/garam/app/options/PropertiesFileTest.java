package io.garam.app.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.app.usage.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PropertiesFileTest {

  @TempDir private Path folder;

  private Map<String, String> read(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("garam.properties"), content);
    return PropertiesFile.read("command-config", file);
  }

  @Test
  void keysAreReadAsPropertiesHaveThem() throws IOException {
    assertThat(read("# note\n\na = 1\nb:2\nlong=one \\\n   two\ntab=\\t|\nempty=\n"))
        .isEqualTo(Map.of("a", "1", "b", "2", "long", "one two", "tab", "\t|", "empty", ""));
  }

  @Test
  void theLastOfAKeyCounts() throws IOException {
    assertThat(read("acks=0\nacks=all\n")).isEqualTo(Map.of("acks", "all"));
  }

  @Test
  void hangulNeedsNoEscapesAndAByteOrderMarkIsNoPartOfAKey() throws IOException {
    assertThat(read("\ufeffgaram.input.topic=발화\nb=\\ubc1c\n"))
        .isEqualTo(Map.of("garam.input.topic", "발화", "b", "발"));
  }

  @Test
  void aFileThatIsNotThereIsWrongUsageThatNamesTheFlag() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> PropertiesFile.read("command-config", missing))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Expected a properties file at "
                + missing
                + " for --command-config, but it cannot be read (no such file or folder); correct"
                + " the path or the file.");
  }

  @Test
  void anEscapeThatIsNoneIsWrongUsage() {
    assertThatThrownBy(() -> read("a=\\u00zz\n"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("cannot be read (Malformed");
  }

  @Test
  void aFileThatIsNoneOfSettingsIsNotReadToItsEnd() throws IOException {
    Path large = Files.write(folder.resolve("large"), new byte[(1 << 20) + 1]);
    assertThatThrownBy(() -> PropertiesFile.read("command-config", large))
        .hasMessageContaining("it cannot be read (it is larger than 1 MB); correct the path");
  }
}
