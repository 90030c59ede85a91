package io.garam.app.options;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.garam.app.usage.UsageException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class ClientOptionsTest {

  @TempDir private Path folder;

  @Test
  void aByteOrderMarkDoesNotLoseTheFirstKey() throws IOException {
    assertThat(settings("\uFEFFgaram.input.topic=말\nb=2\n".getBytes(UTF_8)))
        .isEqualTo(Map.of("garam.input.topic", "말", "b", "2"));
  }

  @Test
  void aFileThatIsNotUtf8IsRefusedWithTheLine() {
    assertThatThrownBy(() -> settings("a=1\nb=말\n".getBytes(Charset.forName("EUC-KR"))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("the properties file " + folder.resolve("settings.properties"))
        .hasMessageContaining("at offset 6, in line 2");
  }

  private Map<String, String> settings(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("settings.properties"), content);
    ClientOptions options = new ClientOptions();
    new CommandLine(options).parseArgs("--command-config", file.toString());
    return options.settings();
  }
}
