package io.garam.benchmarks.comparison;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.garam.nlu.GaramException;
import io.garam.nlu.io.FileFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** JSON Lines of all results, written as they come. */
final class JsonLines implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Writer file;

  private JsonLines(Writer file) {
    this.file = file;
  }

  /**
   * Opens bench.jsonl.
   *
   * @param folder which is made where it is missing; null to write no file
   */
  static JsonLines in(@Nullable Path folder) {
    if (folder == null) {
      return new JsonLines(Writer.nullWriter());
    }
    try {
      Files.createDirectories(folder);
      return new JsonLines(Files.newBufferedWriter(folder.resolve("bench.jsonl")));
    } catch (IOException e) {
      throw new GaramException(
          "Expected to write to the folder "
              + folder
              + ", but that failed ("
              + FileFault.of(e)
              + "); name another with --out.",
          e);
    }
  }

  /**
   * Writes a line.
   *
   * @param part of the measurements
   * @param result whose fields it has
   */
  void write(ComparisonOptions.Part part, Object result) {
    ObjectNode line = JSON.createObjectNode().put("part", part.name());
    line.setAll(JSON.<ObjectNode>valueToTree(result));
    try {
      file.write(line + "\n");
      file.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
