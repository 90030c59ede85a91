package io.garam.app.options;

import io.garam.app.usage.UsageException;
import io.garam.nlu.io.FileFault;
import io.garam.nlu.text.Utf8;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Properties file that a flag names, in UTF-8. */
final class PropertiesFile {

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
      byte[] bytes = Files.readAllBytes(file);
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
}
