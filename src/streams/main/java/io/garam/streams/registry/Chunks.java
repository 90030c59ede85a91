package io.garam.streams.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.garam.nlu.GaramException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chunks of one bundle as they are read, in any order, each as often as it may come. One that is
 * not what the bundle says is as if it were not there.
 */
final class Chunks {

  private static final long MOST_BYTES = 1L << 30;

  private final PushedBundle bundle;

  /** The SHA-256 of those that are missing. */
  private final Set<String> missing = new HashSet<>();

  /** By their SHA-256. */
  private final Map<String, byte[]> found = new HashMap<>();

  /**
   * @throws GaramException if the bundle has a file that no bundle has, or too large a one
   */
  Chunks(PushedBundle bundle) {
    this.bundle = bundle;
    for (PushedFile file : bundle.files()) {
      int most = BundleFiles.chunksOf(file.bytes());
      if (!BundleFiles.NAMES.contains(file.name()) || file.chunks().size() != most) {
        throw refused("a file " + file.name() + " in " + file.chunks().size() + " chunks");
      }
      missing.addAll(file.chunks());
    }
    if (bundle.bytes() > MOST_BYTES) {
      throw refused(bundle.bytes() + " bytes");
    }
  }

  void take(byte @Nullable [] key, byte @Nullable [] value) {
    if (key == null || value == null) {
      return;
    }
    String sha256 = BundleFiles.sha256(value);
    if (BundleFiles.key(sha256).equals(new String(key, UTF_8)) && missing.remove(sha256)) {
      found.put(sha256, value);
    }
  }

  boolean areComplete() {
    return missing.isEmpty();
  }

  /**
   * Returns the files.
   *
   * @throws GaramException if a chunk is missing
   */
  Map<String, List<byte[]>> files() {
    if (!areComplete()) {
      throw new GaramException(
          "Expected the model "
              + bundle.id()
              + " in the registry to have "
              + (missing.size() + found.size())
              + " chunks, but "
              + missing.size()
              + " of them are missing or not what was pushed; push it again.");
    }
    Map<String, List<byte[]>> files = new LinkedHashMap<>();
    for (PushedFile file : bundle.files()) {
      files.put(file.name(), file.chunks().stream().map(found::get).toList());
    }
    return files;
  }

  private GaramException refused(String what) {
    return new GaramException(
        "Expected the model "
            + bundle.id()
            + " in the registry to be a bundle that garam models push wrote, but found "
            + what
            + "; push it again.");
  }
}
