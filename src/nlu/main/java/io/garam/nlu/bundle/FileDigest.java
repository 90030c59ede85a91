package io.garam.nlu.bundle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Digest of a file, by which a change of it shows.
 *
 * @param bytes its size
 * @param sha256 its SHA-256 in hexadecimal digits
 */
public record FileDigest(long bytes, String sha256) {

  /** Computes the fingerprint of content. */
  public static FileDigest of(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return new FileDigest(content.length, HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return bytes + " bytes with SHA-256 " + sha256;
  }
}
