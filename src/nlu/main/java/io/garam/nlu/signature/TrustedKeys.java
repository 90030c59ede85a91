package io.garam.nlu.signature;

import io.garam.nlu.GaramException;
import io.garam.nlu.io.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Trusted public keys (Ed25519, RFC 8032), one of which must have signed what is loaded.
 *
 * @param keys by the files that hold them; without any, nothing needs a signature
 */
public record TrustedKeys(Map<Path, PublicKey> keys) {

  /** No keys: nothing needs a signature. */
  public static final TrustedKeys NONE = new TrustedKeys(Map.of());

  private static final String ENDING = ".pem";

  public TrustedKeys {
    keys = Map.copyOf(keys);
  }

  /**
   * Reads keys in X.509 (SubjectPublicKeyInfo), PEM.
   *
   * @param paths files of a key each, or folders of which each file that ends in .pem holds one;
   *     none for {@link #NONE}
   * @throws GaramException if a path is empty or holds something else, or a folder no key
   */
  public static TrustedKeys read(List<Path> paths) {
    Map<Path, PublicKey> keys = new LinkedHashMap<>();
    for (Path path : paths) {
      for (Path file : files(path)) {
        keys.put(file, key(file));
      }
    }
    return new TrustedKeys(keys);
  }

  private static List<Path> files(Path path) {
    if (path.toString().isBlank()) {
      // It would be the working directory, and trust whatever key lies there.
      throw new GaramException(
          "Expected the file of a public key, or a folder of such files, but found an empty name;"
              + " name one, or leave the setting out.");
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.list(path)) {
      found.filter(file -> file.toString().endsWith(ENDING)).sorted().forEach(files::add);
    } catch (IOException e) {
      throw new GaramException(
          "Expected to read the folder of trusted keys "
              + path
              + ", but that failed ("
              + FileFault.of(e)
              + "); let the user of this process read it.",
          e);
    }
    if (files.isEmpty()) {
      throw new GaramException(
          "Expected public keys in the folder "
              + path
              + ", but no file in it ends in "
              + ENDING
              + "; put the keys there whose models may be loaded.");
    }
    return files;
  }

  private static PublicKey key(Path file) {
    PemFile pem = new PemFile(file);
    byte[] der = pem.read(PemFile.PUBLIC);
    try {
      return KeyFactory.getInstance(SigningKey.ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(der));
    } catch (InvalidKeySpecException e) {
      throw pem.refused(PemFile.PUBLIC, "it holds a damaged key, or one of another kind");
    } catch (GeneralSecurityException e) {
      throw SigningKey.missing(e);
    }
  }

  /** Says whether a signature is asked for. */
  public boolean areGiven() {
    return !keys.isEmpty();
  }

  /**
   * Says whether one of the keys has signed content.
   *
   * @param signature bytes of any number
   */
  public boolean haveSigned(byte[] content, byte[] signature) {
    return keys.values().stream().anyMatch(key -> hasSigned(key, content, signature));
  }

  private static boolean hasSigned(PublicKey key, byte[] content, byte[] signature) {
    try {
      Signature check = Signature.getInstance(SigningKey.ALGORITHM);
      check.initVerify(key);
      check.update(content);
      return check.verify(signature);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw SigningKey.missing(e);
    }
  }
}
