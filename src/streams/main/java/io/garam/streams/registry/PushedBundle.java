package io.garam.streams.registry;

import java.util.List;

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

  public PushedBundle {
    files = List.copyOf(files);
  }

  /** Returns the size of all files, in bytes. */
  public long bytes() {
    return files.stream().mapToLong(PushedFile::bytes).sum();
  }

  /** Returns the name by which it is told from all others. */
  public ModelName id() {
    return new ModelName(name, digest);
  }
}
