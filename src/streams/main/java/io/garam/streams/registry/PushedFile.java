package io.garam.streams.registry;

import java.util.List;

/**
 * File of a bundle in the registry.
 *
 * @param bytes its size
 * @param chunks the SHA-256 of each of its chunks in hexadecimal digits, in order
 */
public record PushedFile(String name, int bytes, List<String> chunks) {

  public PushedFile {
    chunks = List.copyOf(chunks);
  }
}
