package io.garam.streams.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Objects;

/**
 * Bundle in the registry. It is written once all its chunks are, so that one cut short is never
 * taken for whole.
 *
 * @param name under which it is in the registry
 * @param version that the bundle gives itself
 * @param digest the model's
 * @param pushed when, ISO 8601 in UTC
 * @param by the user of the machine that pushed it
 * @param from the offset before which none of its chunks is
 */
public record PushedBundle(
    String name,
    String version,
    String digest,
    String pushed,
    String by,
    long from,
    List<PushedFile> files) {

  private static final int DIGITS = 16;

  /**
   * @throws NullPointerException if anything is missing
   */
  public PushedBundle {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(pushed, "pushed");
    Objects.requireNonNull(by, "by");
    files = List.copyOf(files);
  }

  /** Returns the size of all files, in bytes. */
  public long bytes() {
    return files.stream().mapToLong(PushedFile::bytes).sum();
  }

  /** Returns a digest of all its files, also of those that decide no label. */
  String content() {
    StringBuilder all = new StringBuilder();
    files.forEach(file -> all.append(file.name()).append(' ').append(file.chunks()).append('\n'));
    return BundleFiles.sha256(all.toString().getBytes(UTF_8)).substring(0, DIGITS);
  }

  /** Returns the name by which it is told from all others. */
  public ModelName id() {
    return new ModelName(name, digest);
  }
}
