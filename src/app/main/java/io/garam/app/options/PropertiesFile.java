package io.garam.app.options;

import io.garam.app.usage.UsageException;
import io.garam.nlu.io.FileFault;
import io.garam.nlu.text.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Properties file that a flag names, in UTF-8. */
final class PropertiesFile {

  /** What settings never need; a device gives bytes without end. */
  private static final int MOST_BYTES = 1 << 20;

  private PropertiesFile() {}

  /**
   * Reads the keys of a file with their values.
   *
   * @param flag without its dashes, for the message
   * @throws UsageException if it cannot be read
   */
  static Map<String, String> read(String flag, Path file) {
    Properties properties = new Properties();
    try {
      byte[] bytes = read(file);
      properties.load(
          new StringReader(
              UsageException.unless(() -> Utf8.decode(bytes, "the properties file " + file))));
      return properties.stringPropertyNames().stream()
          .collect(Collectors.toMap(Function.identity(), properties::getProperty));
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException(
          "Expected a properties file at "
              + file
              + " for --"
              + flag
              + ", but it cannot be read ("
              + (e instanceof IOException fault ? FileFault.of(fault) : e.getMessage())
              + "); correct the path or the file.");
    }
  }

  private static byte[] read(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] read = bytes.readNBytes(MOST_BYTES + 1);
      if (read.length > MOST_BYTES) {
        throw new IllegalArgumentException("it is larger than 1 MB");
      }
      return read;
    }
  }
}
