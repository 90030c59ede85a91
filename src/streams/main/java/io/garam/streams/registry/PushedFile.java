package io.garam.streams.registry;

import java.util.List;
import java.util.Objects;

/**
 * File of a bundle in the registry.
 *
 * @param bytes its size
 * @param chunks the SHA-256 of each of its chunks in hexadecimal digits, in order
 */
public record PushedFile(String name, int bytes, List<String> chunks) {

  /**
   * @throws NullPointerException if anything is missing
   */
  public PushedFile {
    Objects.requireNonNull(name, "name");
    chunks = List.copyOf(chunks);
  }
}
