package io.garam.nlu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Models that ship with the project, for tests to read and to damage copies of. */
public final class ShippedModel {

  /** Maven runs tests in the folder of their module. */
  public static final Path FOLDER = Path.of("../../models/korean-intention");

  /** The one that follows dialogues. */
  public static final Path WITH_DIALOGUES = Path.of("../../models/korean-dialogue-act");

  private ShippedModel() {}

  /** Copies the bundle to a folder that a test may change. */
  public static Path copyTo(Path folder) throws IOException {
    return copyTo(folder, FOLDER);
  }

  /** Copies a bundle to a folder that a test may change. */
  public static Path copyTo(Path folder, Path bundle) throws IOException {
    try (var files = Files.list(bundle)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    return folder;
  }
}
