package io.garam.streams.registry;

import io.garam.nlu.GaramException;
import io.garam.nlu.bundle.FileDigest;
import io.garam.nlu.bundle.ModelBundle;
import io.garam.nlu.io.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files of a bundle, as they go over the registry: whole, and cut in chunks. */
final class BundleFiles {

  /** Half of what a topic takes by default, so that headers and compression never matter. */
  static final int CHUNK_BYTES = 512 << 10;

  /** All names that a file of a bundle may have, those of which no bundle has a digest last. */
  static final List<String> NAMES =
      List.of(
          ModelBundle.SPEC,
          ModelBundle.NETWORK,
          ModelBundle.CHARACTERS,
          ModelBundle.DIALOGUE_STEP,
          ModelBundle.VOCABULARY,
          ModelBundle.GOLDEN,
          ModelBundle.SIGNATURE,
          ModelBundle.CARD,
          ModelBundle.REPORT);

  private BundleFiles() {}

  /**
   * Reads the files of a bundle that is verified already.
   *
   * @return content by name
   */
  static Map<String, byte[]> read(Path folder) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : NAMES) {
      Path file = folder.resolve(name);
      try {
        if (Files.isRegularFile(file)) {
          files.put(name, Files.readAllBytes(file));
        }
      } catch (IOException e) {
        throw new GaramException(
            "Expected to read the model's file "
                + file
                + ", but failed: "
                + FileFault.of(e)
                + "; mend that and push again.",
            e);
      }
    }
    return files;
  }

  /** Returns how many chunks a file of so many bytes has. */
  static int chunksOf(int bytes) {
    return bytes <= CHUNK_BYTES ? 1 : 1 + (bytes - 1) / CHUNK_BYTES;
  }

  /** Returns the parts of a file, in order; one of an empty file. */
  static List<byte[]> chunks(byte[] content) {
    List<byte[]> chunks = new ArrayList<>();
    int from = 0;
    do {
      int to = Math.min(content.length, from + CHUNK_BYTES);
      chunks.add(Arrays.copyOfRange(content, from, to));
      from = to;
    } while (from < content.length);
    return chunks;
  }

  /** Returns what the registry says of a file. */
  static PushedFile described(String name, byte[] content) {
    return new PushedFile(
        name, content.length, chunks(content).stream().map(BundleFiles::sha256).toList());
  }

  static String sha256(byte[] content) {
    return FileDigest.of(content).sha256();
  }

  /** Returns the key of a chunk, by what it holds: the same is there once, whoever pushed it. */
  static String key(String sha256) {
    return "chunk/" + sha256;
  }
}
