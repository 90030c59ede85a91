package io.garam.nlu.signature;

import io.garam.nlu.GaramException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;

/** Signing key: the private half of an Ed25519 key pair (RFC 8032). */
public final class SigningKey {

  static final String ALGORITHM = "Ed25519";

  private final PrivateKey key;

  private SigningKey(PrivateKey key) {
    this.key = key;
  }

  /** New key pair, as the texts of two PEM files. */
  public record Pair(String privateKey, String publicKey) {

    /** Makes a pair from the random source of the machine. */
    public static Pair generate() {
      try {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        return new Pair(
            PemFile.text(PemFile.PRIVATE, pair.getPrivate().getEncoded()),
            PemFile.text(PemFile.PUBLIC, pair.getPublic().getEncoded()));
      } catch (GeneralSecurityException e) {
        throw missing(e);
      }
    }
  }

  /**
   * Reads a key in PKCS #8, PEM.
   *
   * @throws GaramException if there is no such file, or no Ed25519 key in it
   */
  public static SigningKey read(Path file) {
    PemFile pem = new PemFile(file);
    byte[] der = pem.read(PemFile.PRIVATE);
    try {
      return new SigningKey(
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der)));
    } catch (InvalidKeySpecException e) {
      throw pem.refused(PemFile.PRIVATE, "it holds a damaged key, or one of another kind");
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** Returns the signature of content, 64 bytes. */
  public byte[] sign(byte[] content) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  static IllegalStateException missing(GeneralSecurityException cause) {
    return new IllegalStateException("every JDK since 15 has Ed25519", cause);
  }
}
