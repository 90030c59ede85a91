package io.garam.nlu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The model that ships with the project, for tests to read and to damage copies of. */
public final class ShippedModel {

  /** Maven runs tests in the folder of their module. */
  public static final Path FOLDER = Path.of("../../models/korean-intention");

  private ShippedModel() {}

  /** Copies the bundle to a folder that a test may change. */
  public static Path copyTo(Path folder) throws IOException {
    try (var files = Files.list(FOLDER)) {
      for (Path file : List.copyOf(files.toList())) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    return folder;
  }
}
