package io.garam.nlu.bundle;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.garam.nlu.GaramException;
import io.garam.nlu.io.FileFault;
import io.garam.nlu.signature.SigningKey;
import io.garam.nlu.signature.TrustedKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Base64;

/**
 * Signature of a model bundle: the file {@link ModelBundle#SIGNATURE}, the Base64 of an Ed25519
 * signature of the bytes of {@link ModelBundle#SPEC}. These hold the settings, the name and the
 * SHA-256 of each file that decides a label, so it covers all of them.
 */
public final class BundleSignature {

  /** An Ed25519 signature takes 88 characters. */
  private static final int MOST_BYTES = 1 << 10;

  private static final int BYTES = 64;

  private BundleSignature() {}

  /**
   * Signs a bundle, whatever signature it has had.
   *
   * @return the file of the signature
   * @throws GaramException if the folder holds no spec, or cannot be written
   */
  public static Path write(Path folder, SigningKey key) {
    Path file = folder.resolve(ModelBundle.SIGNATURE);
    try {
      byte[] spec = new BundleFolder(folder).read(ModelBundle.SPEC, SpecFile.MOST_BYTES);
      // Not through a link that may be in its place.
      Files.deleteIfExists(file);
      return Files.writeString(file, Base64.getEncoder().encodeToString(key.sign(spec)) + "\n");
    } catch (IOException e) {
      throw new GaramException(
          "Expected to write the signature "
              + file
              + ", but that failed ("
              + FileFault.of(e)
              + "); let the user of this process write to the model's folder.",
          e);
    }
  }

  /**
   * Returns if no signature is asked for, or one of the keys has signed the spec.
   *
   * @param spec the bytes of the spec
   * @throws GaramException else
   */
  static void verify(BundleFolder folder, byte[] spec, TrustedKeys keys) throws IOException {
    if (!keys.areGiven()) {
      return;
    }
    Path file = folder.file(ModelBundle.SIGNATURE);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw refused(folder, keys, "it has no " + ModelBundle.SIGNATURE);
    }
    byte[] signature;
    try {
      String text = new String(folder.read(ModelBundle.SIGNATURE, MOST_BYTES), US_ASCII);
      signature = Base64.getDecoder().decode(text.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw refused(folder, keys, "what is in " + ModelBundle.SIGNATURE + " is no Base64");
    }
    if (signature.length != BYTES) {
      throw refused(
          folder,
          keys,
          "what is in "
              + ModelBundle.SIGNATURE
              + " has "
              + signature.length
              + " bytes and not the "
              + BYTES
              + " of a signature");
    }
    if (!keys.haveSigned(spec, signature)) {
      throw refused(
          folder,
          keys,
          "that in "
              + ModelBundle.SIGNATURE
              + " is by another key, or "
              + ModelBundle.SPEC
              + " is not what was signed");
    }
  }

  private static GaramException refused(BundleFolder folder, TrustedKeys keys, String found) {
    return new GaramException(
        "Expected the model in "
            + folder.folder()
            + " to have a signature by a trusted key ("
            + String.join(", ", keys.keys().keySet().stream().map(Path::toString).sorted().toList())
            + "), but "
            + found
            + "; get the model from who signs it, or sign it with `garam sign` if you trust it.");
  }
}
