package io.garam.nlu.bundle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.garam.nlu.GaramException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The files of a bundle's folder: regular ones inside it, of bounded size. A pipe, a device or a
 * file somewhere else is refused before it is opened, a file that is too large before it is read.
 */
record BundleFolder(Path folder) {

  private static final String POINTER = "version https://git-lfs.github.com/spec/";

  Path file(String name) {
    return folder.resolve(name);
  }

  /**
   * Reads a file.
   *
   * @param most bytes
   * @throws GaramException if it is missing, no regular file, outside the folder or too large
   */
  byte[] read(String name, int most) throws IOException {
    Path file = file(name);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new GaramException(
          name.equals(ModelBundle.SPEC)
              ? "Expected a model bundle in the folder "
                  + folder
                  + ", but it has no "
                  + name
                  + "; name a folder that `garam train` wrote, or copy the whole folder again."
              : "Expected the file "
                  + file
                  + ", but it is missing; copy the whole model folder again.");
    }
    if (!Files.isRegularFile(file)) {
      throw RefusedBundle.at(
          file, "a regular file", "something else (a folder, pipe, device or broken link)");
    }
    if (!file.toRealPath().startsWith(folder.toRealPath())) {
      throw RefusedBundle.at(
          file, "a file in the model's folder", "a link to " + file.toRealPath());
    }
    if (Files.size(file) > most) {
      throw RefusedBundle.at(file, "at most " + most + " bytes", Files.size(file) + " bytes");
    }
    byte[] content;
    try (InputStream stream = Files.newInputStream(file)) {
      content = stream.readNBytes(most);
    }
    if (new String(content, 0, Math.min(content.length, POINTER.length()), ISO_8859_1)
        .equals(POINTER)) {
      throw new GaramException(
          "Expected the model's file "
              + file
              + ", but found a pointer of Git LFS to it; run `git lfs pull` in its repository.");
    }
    return content;
  }
}
